package import CivilTime
package import Domain

/// A decision that a review carried over.
package struct ReviewCarryRow: ReadRow {
  package static let table = "review_carry"

  package var department = DepartmentCode.blank
  /// The review that carried it over.
  package var review = ReviewPeriod.blank
  package var decision = DecisionID.blank
  /// From then on.
  package var due = LocalDate.blank
  package var reason = ""
  package var carriedAt = Instant.blank
  package var carriedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("review", &review)
    try columns.key("decision", &decision)
    try columns.column("due", &due)
    try columns.column("reason", &reason)
    try columns.column("carried_at", &carriedAt)
    try columns.column("carried_by", &carriedBy)
    try columns.column("position", &position)
  }
}

extension ReviewCarryRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .review(let period, .itemCarriedOver(let decision, _, _)) = fact.happening else {
      return []
    }
    return [.row(RowKey(fact, period, decision))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .review(let period, .itemCarriedOver(let decision, let due, let reason)) =
        fact.happening
    else { return row }
    var row = Self(fact)
    row.review = period
    row.decision = decision
    row.due = due
    row.reason = reason
    row.carriedAt = fact.occurredAt
    row.carriedBy = fact.actor
    return row
  }
}
