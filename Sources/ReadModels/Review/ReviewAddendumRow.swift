package import CivilTime
package import Domain

/// What was added to a review after it was closed.
package struct ReviewAddendumRow: ReadRow {
  package static let table = "review_addendum"

  package var department = DepartmentCode.blank
  package var position = 0
  package var review = ReviewPeriod.blank
  package var addendum = ""
  package var madeAt = Instant.blank
  package var madeBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("review", &review)
    try columns.column("addendum", &addendum)
    try columns.column("made_at", &madeAt)
    try columns.column("made_by", &madeBy)
  }
}

extension ReviewAddendumRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .review(_, .addendumMade) = fact.happening else { return [] }
    return [.newRow(RowKey(fact, fact.position))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .review(let period, .addendumMade(let addendum)) = fact.happening else {
      return row
    }
    var row = Self(fact)
    row.review = period
    row.addendum = addendum
    row.madeAt = fact.occurredAt
    row.madeBy = fact.actor
    return row
  }
}
