package import CivilTime
package import Domain
import Postgres

/// A proposal from history that was turned down, the latest time.
package struct DeclinedProposalRow: ReadRow {
  package static let table = "declined_proposal"

  package var department = DepartmentCode.blank
  package var kpi = KPICode.blank
  /// The case that leads the proposal.
  package var cycle = ItemID.blank
  /// The rule that made it.
  package var rule = ""
  package var reason = ""
  package var declinedAt = Instant.blank
  package var declinedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("kpi", &kpi)
    try columns.key("cycle", &cycle)
    try columns.column("rule", &rule)
    try columns.column("reason", &reason)
    try columns.column("declined_at", &declinedAt)
    try columns.column("declined_by", &declinedBy)
    try columns.column("position", &position)
  }
}

extension DeclinedProposalRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .kpi(let code, .proposalDeclined(let cycle, _, _)) = entry.happening else {
      return []
    }
    return [.row(RowKey(entry, code, cycle))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, .proposalDeclined(let cycle, let rule, let reason)) = entry.happening
    else { return row }
    var row = Self(entry)
    row.kpi = code
    row.cycle = cycle
    row.rule = rule
    row.reason = reason
    row.declinedAt = entry.occurredAt
    row.declinedBy = entry.actor
    return row
  }
}

extension KPIQueries {
  /// By department, KPI and cycle.
  package static func declinedProposals(in view: View) throws -> [DeclinedProposalRow] {
    try view.rows(
      """
      SELECT \(DeclinedProposalRow.self) FROM declined_proposal ORDER BY department, kpi, cycle
      """)
  }
}
