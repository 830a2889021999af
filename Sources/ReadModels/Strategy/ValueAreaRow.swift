package import CivilTime
package import Domain

/// A decision to turn an area into value, and to invest in it.
package struct ValueAreaRow: ReadRow {
  package static let table = "value_area"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  /// Of the decision; an area chosen again stands twice.
  package var position = 0
  package var name = ""
  /// Minor units of `currency`.
  package var investment: Int?
  /// ISO 4217; nil without an investment.
  package var currency: String?
  package var why = ""
  package var chosenAt = Instant.blank
  package var chosenBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("name", &name)
    try columns.column("investment", &investment)
    try columns.column("currency", &currency)
    try columns.column("why", &why)
    try columns.column("chosen_at", &chosenAt)
    try columns.column("chosen_by", &chosenBy)
  }
}

extension ValueAreaRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .strategy(.valueAreaChosen) = fact.happening else { return [] }
    return [.newRow(RowKey(fact, fact.position))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .strategy(.valueAreaChosen(let name, let investment, let why)) = fact.happening
    else { return row }
    var row = Self(fact)
    row.name = name
    row.investment = investment?.minorUnits
    row.currency = investment?.currency
    row.why = why
    row.chosenAt = fact.occurredAt
    row.chosenBy = fact.actor
    return row
  }
}
