package import CivilTime
package import Domain

/// A step that a cycle took, for its history and for what was recorded late.
package struct CycleStepRow: ReadRow {
  package static let table = "cycle_step"

  package var department = DepartmentCode.blank
  package var cycle = 0
  /// Of the stream.
  package var version = 0
  package var kind = CycleStepKind.blank
  package var actor = Account.blank
  package var occurredAt = Instant.blank
  package var recordedAt = Instant.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("version", &version)
    try columns.column("kind", &kind)
    try columns.column("actor", &actor)
    try columns.column("occurred_at", &occurredAt)
    try columns.column("recorded_at", &recordedAt)
    try columns.column("position", &position)
  }
}

package enum CycleStepKind: String, Sendable, CaseIterable {
  case journalOpened, planned, amended, checked, acted, cancelled, obstacle, linked, practice
}

extension CycleStepKind: NamedColumnValue {
  /// Nil for events that are no step: actions have a table of their own.
  init?(_ event: CycleEvent) {
    switch event {
    case .planned: self = .planned
    case .journalOpened: self = .journalOpened
    case .planAmended: self = .amended
    case .actionLogged, .actionWithdrawn: return nil
    case .cancelled: self = .cancelled
    case .obstacleReported: self = .obstacle
    case .checked: self = .checked
    case .acted: self = .acted
    case .nextLinked: self = .linked
    case .practiceStandardised: self = .practice
    }
  }
}

extension CycleStepRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .cycle(let number, let event) = entry.happening, CycleStepKind(event) != nil else {
      return []
    }
    return [.newRow(RowKey(entry, number, entry.streamVersion))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, let event) = entry.happening, let kind = CycleStepKind(event)
    else { return row }
    var row = Self(entry)
    row.cycle = number
    row.version = entry.streamVersion
    row.kind = kind
    row.actor = entry.actor
    row.occurredAt = entry.occurredAt
    row.recordedAt = entry.recordedAt
    return row
  }
}

/// A change of a cycle's plan; a nil part stayed as it was.
package struct CycleAmendmentRow: ReadRow {
  package static let table = "cycle_amendment"

  package var department = DepartmentCode.blank
  package var cycle = 0
  /// Of the stream.
  package var version = 0
  package var title: String?
  package var change: String?
  package var predicted: Double?
  package var predictedLow: Double?
  package var predictedHigh: Double?
  package var windowFirst: LocalDate?
  package var windowLast: LocalDate?
  package var due: LocalDate?
  package var owner: Account?
  package var reason = ""
  package var amendedAt = Instant.blank
  package var amendedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("version", &version)
    try columns.column("title", &title)
    try columns.column("change", &change)
    try columns.column("predicted", &predicted)
    try columns.column("predicted_low", &predictedLow)
    try columns.column("predicted_high", &predictedHigh)
    try columns.column("window_first", &windowFirst)
    try columns.column("window_last", &windowLast)
    try columns.column("due", &due)
    try columns.column("owner", &owner)
    try columns.column("reason", &reason)
    try columns.column("amended_at", &amendedAt)
    try columns.column("amended_by", &amendedBy)
    try columns.column("position", &position)
  }
}

extension CycleAmendmentRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .cycle(let number, .planAmended) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, number, entry.streamVersion))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, .planAmended(let amendment)) = entry.happening else {
      return row
    }
    var row = Self(entry)
    row.cycle = number
    row.version = entry.streamVersion
    row.title = amendment.title
    row.change = amendment.change
    row.predicted = amendment.predicted
    row.predictedLow = amendment.predictedLow
    row.predictedHigh = amendment.predictedHigh
    row.windowFirst = amendment.windowStart
    row.windowLast = amendment.windowEnd
    row.due = amendment.due
    row.owner = amendment.owner
    row.reason = amendment.reason
    row.amendedAt = entry.occurredAt
    row.amendedBy = entry.actor
    return row
  }
}

/// A lesson that was looked at when a cycle was planned.
package struct CycleLessonConsultedRow: ReadRow {
  package static let table = "cycle_lesson_consulted"

  package var department = DepartmentCode.blank
  package var cycle = 0
  package var lesson = ItemID.blank
  package var consultedAt = Instant.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("lesson", &lesson)
    try columns.column("consulted_at", &consultedAt)
    try columns.column("position", &position)
  }
}

extension CycleLessonConsultedRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .cycle(let number, .planned(let plan)) = entry.happening else { return [] }
    return plan.lessonsConsulted.map { .row(RowKey(entry, number, $0)) }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, .planned(let plan)) = entry.happening,
      let lesson = plan.lessonsConsulted.first(where: { $0.description == key.parts.last })
    else { return row }
    var row = Self(entry)
    row.cycle = number
    row.lesson = lesson
    row.consultedAt = entry.occurredAt
    return row
  }
}

/// A file that spoke for a check.
package struct CheckFileRow: ReadRow {
  package static let table = "check_file"

  package var department = DepartmentCode.blank
  package var cycle = 0
  /// Its place among the check's files, from 1.
  package var number = 0
  package var name = ""
  /// SHA-256 of its bytes, in lower-case hexadecimal.
  package var sha256 = ""
  package var checkedAt = Instant.blank
  package var checkedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("number", &number)
    try columns.column("name", &name)
    try columns.column("sha256", &sha256)
    try columns.column("checked_at", &checkedAt)
    try columns.column("checked_by", &checkedBy)
    try columns.column("position", &position)
  }
}

extension CheckFileRow {
  package var id: ItemID { ItemID(department, .cycle, cycle) }
}

extension CheckFileRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .cycle(let number, .checked(let check)) = entry.happening else { return [] }
    return check.files.indices.map { .row(RowKey(entry, number, $0 + 1)) }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let cycle, .checked(let check)) = entry.happening,
      let place = check.files.indices.first(where: { "\($0 + 1)" == key.parts.last })
    else { return row }
    var row = Self(entry)
    row.cycle = cycle
    row.number = place + 1
    row.name = check.files[place].name
    row.sha256 = check.files[place].sha256
    row.checkedAt = entry.occurredAt
    row.checkedBy = entry.actor
    return row
  }
}
