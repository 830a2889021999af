package import CivilTime
package import Domain

extension ProjectionModule {
  static let design = ProjectionModule(
    name: "design", version: 3,
    description: "Training designs, what they teach and why, their sessions and what came of them",
    subjects: [.design],
    tables: [
      DesignRow.self, DesignItemRow.self, DesignLessonRow.self, SessionRow.self,
      AttendanceRow.self, EvaluationRow.self, CostRow.self, SessionMoveRow.self,
    ])
}

/// A training design.
package struct DesignRow: ReadRow {
  package static let table = "design"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  package var number = 0
  package var title = ""
  package var audience: [Layer] = []
  package var draftedAt = Instant.blank
  package var draftedBy = Account.blank
  /// Nil while a draft.
  package var approvedAt: Instant?
  package var approvedBy: Account?
  package var approvalNote: String?
  /// Positions of the logs that the approval knew; empty while a draft.
  package var considered: [DepartmentCode: Int] = [:]
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("number", &number)
    try columns.column("title", &title)
    try columns.column("audience", &audience)
    try columns.column("drafted_at", &draftedAt)
    try columns.column("drafted_by", &draftedBy)
    try columns.column("approved_at", &approvedAt)
    try columns.column("approved_by", &approvedBy)
    try columns.column("approval_note", &approvalNote)
    try columns.column("considered", &considered)
    try columns.column("position", &position)
  }
}

extension DesignRow {
  package var id: ItemID { ItemID(department, .design, number) }

  package var isApproved: Bool { approvedAt != nil }
}

extension DesignRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .design(let number, let event) = entry.happening else { return [] }
    switch event {
    case .drafted, .approved: return [.row(RowKey(entry, number))]
    case .itemAdded, .itemRemoved, .lessonIncorporated, .lessonDeclined, .sessionScheduled,
      .sessionChanged, .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .design(let number, let event) = entry.happening else { return row }
    switch event {
    case .drafted(let title, let audience, _):
      var row = Self(entry)
      row.number = number
      row.title = title
      row.audience = audience
      row.draftedAt = entry.occurredAt
      row.draftedBy = entry.actor
      return row
    case .approved(let note, let considered):
      return row?.changed(by: entry) { row in
        row.approvedAt = entry.occurredAt
        row.approvedBy = entry.actor
        row.approvalNote = note
        row.considered = considered
      }
    case .itemAdded, .itemRemoved, .lessonIncorporated, .lessonDeclined, .sessionScheduled,
      .sessionChanged, .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return row
    }
  }
}

/// Something that a design teaches.
package struct DesignItemRow: ReadRow {
  package static let table = "design_item"

  package var department = DepartmentCode.blank
  package var design = 0
  /// Counts the design's items from 1.
  package var number = 0
  package var title = ""
  /// Ids of lessons, KPIs, issues and sessions.
  package var reasons: [String] = []
  /// Whether a machine or an assistant proposed it.
  package var byMachine = false
  /// Nil while it stands.
  package var removedReason: String?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("design", &design)
    try columns.key("number", &number)
    try columns.column("title", &title)
    try columns.column("reasons", &reasons)
    try columns.column("by_machine", &byMachine)
    try columns.column("removed_reason", &removedReason)
    try columns.column("position", &position)
  }
}

extension DesignItemRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .design(let design, let event) = entry.happening else { return [] }
    switch event {
    case .drafted(_, _, let items): return items.map { .row(RowKey(entry, design, $0.number)) }
    case .itemAdded(let item): return [.row(RowKey(entry, design, item.number))]
    case .itemRemoved(let number, _): return [.row(RowKey(entry, design, number))]
    case .lessonIncorporated, .lessonDeclined, .approved, .sessionScheduled, .sessionChanged,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .design(let design, let event) = entry.happening else { return row }
    switch event {
    case .drafted(_, _, let items):
      return items.first { "\($0.number)" == key.parts.last }.map { added(entry, design, $0) }
        ?? row
    case .itemAdded(let item): return added(entry, design, item)
    case .itemRemoved(_, let reason):
      return row?.changed(by: entry) { $0.removedReason = reason }
    case .lessonIncorporated, .lessonDeclined, .approved, .sessionScheduled, .sessionChanged,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return row
    }
  }

  private static func added(_ entry: LoggedEvent, _ design: Int, _ item: DesignItem) -> Self {
    var row = Self(entry)
    row.design = design
    row.number = item.number
    row.title = item.title
    row.reasons = item.reasons
    row.byMachine = item.byMachine ?? false
    return row
  }
}

/// A design's answer to a lesson.
package struct DesignLessonRow: ReadRow {
  package static let table = "design_lesson"

  package var department = DepartmentCode.blank
  package var design = 0
  package var lesson = ItemID.blank
  /// The item that it went into; nil when declined.
  package var item: Int?
  /// Nil when incorporated.
  package var declinedReason: String?
  package var answeredAt = Instant.blank
  package var answeredBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("design", &design)
    try columns.key("lesson", &lesson)
    try columns.column("item", &item)
    try columns.column("declined_reason", &declinedReason)
    try columns.column("answered_at", &answeredAt)
    try columns.column("answered_by", &answeredBy)
    try columns.column("position", &position)
  }
}

extension DesignLessonRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .design(let design, let event) = entry.happening else { return [] }
    switch event {
    case .lessonIncorporated(let lesson, _), .lessonDeclined(let lesson, _):
      return [.row(RowKey(entry, design, lesson))]
    case .drafted, .itemAdded, .itemRemoved, .approved, .sessionScheduled, .sessionChanged,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .design(let design, let event) = entry.happening else { return row }
    switch event {
    case .lessonIncorporated(let lesson, let item):
      return answered(entry, design, lesson, item: item)
    case .lessonDeclined(let lesson, let reason):
      return answered(entry, design, lesson, reason: reason)
    case .drafted, .itemAdded, .itemRemoved, .approved, .sessionScheduled, .sessionChanged,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return row
    }
  }

  private static func answered(
    _ entry: LoggedEvent, _ design: Int, _ lesson: ItemID, item: Int? = nil, reason: String? = nil
  ) -> Self {
    var row = Self(entry)
    row.design = design
    row.lesson = lesson
    row.item = item
    row.declinedReason = reason
    row.answeredAt = entry.occurredAt
    row.answeredBy = entry.actor
    return row
  }
}
