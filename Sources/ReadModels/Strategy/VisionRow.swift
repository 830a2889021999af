package import CivilTime
package import Domain

/// A vision as declared; the latest is in force.
package struct VisionRow: ReadRow {
  package static let table = "vision"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  /// Of its declaration, by which versions are told apart.
  package var position = 0
  package var statement = ""
  package var declaredAt = Instant.blank
  package var declaredBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("statement", &statement)
    try columns.column("declared_at", &declaredAt)
    try columns.column("declared_by", &declaredBy)
  }
}

extension VisionRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .strategy(.visionDeclared) = fact.happening else { return [] }
    return [.newRow(RowKey(fact, fact.position))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .strategy(.visionDeclared(let statement, _)) = fact.happening else { return row }
    var row = Self(fact)
    row.statement = statement
    row.declaredAt = fact.occurredAt
    row.declaredBy = fact.actor
    return row
  }
}
