package import CivilTime
package import Domain

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
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .design(let number, let event) = fact.happening else { return [] }
    switch event {
    case .drafted, .approved: return [.row(RowKey(fact, number))]
    case .itemAdded, .itemRemoved, .lessonIncorporated, .lessonDeclined, .sessionScheduled,
      .sessionChanged, .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return []
    }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .design(let number, let event) = fact.happening else { return row }
    switch event {
    case .drafted(let title, let audience, _):
      var row = Self(fact)
      row.number = number
      row.title = title
      row.audience = audience
      row.draftedAt = fact.occurredAt
      row.draftedBy = fact.actor
      return row
    case .approved(let note, let considered):
      return row?.changed(by: fact) { row in
        row.approvedAt = fact.occurredAt
        row.approvedBy = fact.actor
        row.approvalNote = note
        row.considered = considered
      }
    case .itemAdded, .itemRemoved, .lessonIncorporated, .lessonDeclined, .sessionScheduled,
      .sessionChanged, .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return row
    }
  }
}
