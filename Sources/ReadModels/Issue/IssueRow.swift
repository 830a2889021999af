package import CivilTime
package import Domain

extension ProjectionModule {
  static let issue = ProjectionModule(
    name: "issue", version: 1,
    description: "Issues and opinions that went up to a layer, and what was decided",
    subjects: [.issue],
    tables: [IssueRow.self])
}

/// An issue or opinion that went up to a layer.
package struct IssueRow: ReadRow {
  package static let table = "issue"

  package var department = DepartmentCode.blank
  /// Counts the department's issues.
  package var number = 0
  package var issue = ""
  package var raisedTo = Layer.blank
  package var cycle: ItemID?
  package var raisedAt = Instant.blank
  package var raisedBy = Account.blank
  /// Nil until decided.
  package var decision: String?
  package var why: String?
  package var decidedAt: Instant?
  package var decidedBy: Account?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("number", &number)
    try columns.column("issue", &issue)
    try columns.column("raised_to", &raisedTo)
    try columns.column("cycle", &cycle)
    try columns.column("raised_at", &raisedAt)
    try columns.column("raised_by", &raisedBy)
    try columns.column("decision", &decision)
    try columns.column("why", &why)
    try columns.column("decided_at", &decidedAt)
    try columns.column("decided_by", &decidedBy)
    try columns.column("position", &position)
  }
}

extension IssueRow {
  package var id: ItemID { ItemID(department, .issue, number) }
}

extension IssueRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .issue(let number, _) = entry.happening else { return [] }
    return [.row(RowKey(entry, number))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .issue(let number, let event) = entry.happening else { return row }
    switch event {
    case .raised(let issue, let layer, let cycle):
      var row = Self(entry)
      row.number = number
      row.issue = issue
      row.raisedTo = layer
      row.cycle = cycle
      row.raisedAt = entry.occurredAt
      row.raisedBy = entry.actor
      return row
    case .decided(let decision, let why):
      return row?.changed(by: entry) { row in
        row.decision = decision
        row.why = why
        row.decidedAt = entry.occurredAt
        row.decidedBy = entry.actor
      }
    }
  }
}
