package import CivilTime
package import Domain

/// A practice that became standard out of a cycle.
package struct PracticeRow: ReadRow {
  package static let table = "practice"

  package var department = DepartmentCode.blank
  package var cycle = 0
  /// Of the stream.
  package var version = 0
  package var practice = ""
  package var link: String?
  package var standardisedAt = Instant.blank
  package var standardisedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("version", &version)
    try columns.column("practice", &practice)
    try columns.column("link", &link)
    try columns.column("standardised_at", &standardisedAt)
    try columns.column("standardised_by", &standardisedBy)
    try columns.column("position", &position)
  }
}

extension PracticeRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .cycle(let number, .practiceStandardised) = fact.happening else { return [] }
    return [.newRow(RowKey(fact, number, fact.streamVersion))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, .practiceStandardised(let practice, let link)) = fact.happening
    else { return row }
    var row = Self(fact)
    row.cycle = number
    row.version = fact.streamVersion
    row.practice = practice
    row.link = link
    row.standardisedAt = fact.occurredAt
    row.standardisedBy = fact.actor
    return row
  }
}
