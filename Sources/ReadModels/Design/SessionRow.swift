package import CivilTime
package import Domain

/// A training session of a design.
package struct SessionRow: ReadRow {
  package static let table = "session"

  package var department = DepartmentCode.blank
  package var design = 0
  /// Counts the design's sessions from 1.
  package var number = 0
  package var date = LocalDate.blank
  package var layers: [Layer] = []
  package var title = ""
  /// Numbers of the design's items that it teaches.
  package var items: [Int] = []
  /// Why the field is trained before executives and promoters.
  package var overrideReason: String?
  package var isCancelled = false
  /// Of the last change.
  package var changeReason: String?
  package var scheduledAt = Instant.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("design", &design)
    try columns.key("number", &number)
    try columns.column("date", &date)
    try columns.column("layers", &layers)
    try columns.column("title", &title)
    try columns.column("items", &items)
    try columns.column("override_reason", &overrideReason)
    try columns.column("is_cancelled", &isCancelled)
    try columns.column("change_reason", &changeReason)
    try columns.column("scheduled_at", &scheduledAt)
    try columns.column("position", &position)
  }
}

extension SessionRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .design(let design, let event) = entry.happening else { return [] }
    switch event {
    case .sessionScheduled(let session): return [.row(RowKey(entry, design, session.number))]
    case .sessionChanged(let session, _, _, _): return [.row(RowKey(entry, design, session))]
    case .drafted, .itemAdded, .itemRemoved, .lessonIncorporated, .lessonDeclined, .approved,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .design(let design, let event) = entry.happening else { return row }
    switch event {
    case .sessionScheduled(let session): return scheduled(entry, design, session)
    case .sessionChanged(_, let date, let cancelled, let reason):
      return row?.changed(by: entry) { row in
        row.date = date ?? row.date
        row.isCancelled = row.isCancelled || cancelled
        row.changeReason = reason
      }
    case .drafted, .itemAdded, .itemRemoved, .lessonIncorporated, .lessonDeclined, .approved,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return row
    }
  }

  private static func scheduled(_ entry: LoggedEvent, _ design: Int, _ session: TrainingSession)
    -> Self
  {
    var row = Self(entry)
    row.design = design
    row.number = session.number
    row.date = session.date
    row.layers = session.layers
    row.title = session.title
    row.items = session.items
    row.overrideReason = session.overrideReason
    row.scheduledAt = entry.occurredAt
    return row
  }
}

/// Somebody who took part in a session.
package struct AttendanceRow: ReadRow {
  package static let table = "attendance"

  package var department = DepartmentCode.blank
  package var design = 0
  package var session = 0
  package var account = Account.blank
  /// When the attendance was true.
  package var attendedAt = Instant.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("design", &design)
    try columns.key("session", &session)
    try columns.key("account", &account)
    try columns.column("attended_at", &attendedAt)
    try columns.column("position", &position)
  }
}

extension AttendanceRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .design(let design, .attendanceRecorded(let session, let accounts)) = entry.happening
    else { return [] }
    return accounts.map { .row(RowKey(entry, design, session, $0)) }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard row == nil,
      case .design(let design, .attendanceRecorded(let session, let accounts)) = entry.happening,
      let account = accounts.first(where: { $0.rawValue == key.parts.last })
    else { return row }
    var row = Self(entry)
    row.design = design
    row.session = session
    row.account = account
    row.attendedAt = entry.occurredAt
    return row
  }
}

/// What a session was found to have brought.
package struct EvaluationRow: ReadRow {
  package static let table = "evaluation"

  package var department = DepartmentCode.blank
  package var position = 0
  package var design = 0
  package var session = 0
  /// 0 (not held) to 5 (return on investment).
  package var level = 0
  /// Percent of the best possible; nil for a note only.
  package var score: Double?
  package var note: String?
  /// Points of the talent profile that it speaks of.
  package var points: [String] = []
  package var evaluatedAt = Instant.blank
  package var evaluatedBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("design", &design)
    try columns.column("session", &session)
    try columns.column("level", &level)
    try columns.column("score", &score)
    try columns.column("note", &note)
    try columns.column("points", &points)
    try columns.column("evaluated_at", &evaluatedAt)
    try columns.column("evaluated_by", &evaluatedBy)
  }
}

extension EvaluationRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .design(_, .evaluationRecorded) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, entry.position))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .design(
        let design,
        .evaluationRecorded(let session, let level, let score, let note, let points)) =
        entry.happening
    else { return row }
    var row = Self(entry)
    row.design = design
    row.session = session
    row.level = level
    row.score = score
    row.note = note
    row.points = points
    row.evaluatedAt = entry.occurredAt
    row.evaluatedBy = entry.actor
    return row
  }
}

/// What a design or one of its sessions cost.
package struct CostRow: ReadRow {
  package static let table = "cost"

  package var department = DepartmentCode.blank
  package var position = 0
  package var design = 0
  /// Nil for the design as a whole.
  package var session: Int?
  package var what = ""
  /// What it went into; nil where nobody said.
  package var kind: CostKind?
  /// Minor units of `currency`.
  package var amount = 0
  /// ISO 4217.
  package var currency = ""
  package var occurredAt = Instant.blank
  package var recordedBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("design", &design)
    try columns.column("session", &session)
    try columns.column("what", &what)
    try columns.column("kind", &kind)
    try columns.column("amount", &amount)
    try columns.column("currency", &currency)
    try columns.column("occurred_at", &occurredAt)
    try columns.column("recorded_by", &recordedBy)
  }
}

extension CostRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .design(_, .costRecorded) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, entry.position))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .design(let design, .costRecorded(let session, let what, let amount, let kind)) =
        entry.happening
    else { return row }
    var row = Self(entry)
    row.design = design
    row.session = session
    row.what = what
    row.kind = kind
    row.amount = amount.minorUnits
    row.currency = amount.currency
    row.occurredAt = entry.occurredAt
    row.recordedBy = entry.actor
    return row
  }
}
