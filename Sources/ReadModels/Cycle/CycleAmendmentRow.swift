package import CivilTime
package import Domain

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
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .cycle(let number, .planAmended) = fact.happening else { return [] }
    return [.newRow(RowKey(fact, number, fact.streamVersion))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, .planAmended(let amendment)) = fact.happening else {
      return row
    }
    var row = Self(fact)
    row.cycle = number
    row.version = fact.streamVersion
    row.title = amendment.title
    row.change = amendment.change
    row.predicted = amendment.predicted
    row.windowFirst = amendment.windowStart
    row.windowLast = amendment.windowEnd
    row.due = amendment.due
    row.owner = amendment.owner
    row.reason = amendment.reason
    row.amendedAt = fact.occurredAt
    row.amendedBy = fact.actor
    return row
  }
}
