package import Domain

/// A KPI by which a vision is measured.
package struct VisionKPIRow: ReadRow {
  package static let table = "vision_kpi"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  /// The declaration of the vision.
  package var position = 0
  package var kpi = KPIReference.blank
  /// From 1, as the vision names them.
  package var place = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.key("kpi", &kpi)
    try columns.column("place", &place)
  }
}

extension VisionKPIRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .strategy(.visionDeclared(_, let kpis)) = fact.happening else { return [] }
    return kpis.map { .newRow(RowKey(fact, fact.position, $0)) }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .strategy(.visionDeclared(_, let kpis)) = fact.happening,
      let index = kpis.firstIndex(where: { $0.description == key.parts.last })
    else { return row }
    var row = Self(fact)
    row.kpi = kpis[index]
    row.place = index + 1
    return row
  }
}
