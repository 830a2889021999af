package import CivilTime
package import Domain

/// A target as set; the latest is in force.
package struct KPITargetRow: ReadRow {
  package static let table = "kpi_target"

  package var department = DepartmentCode.blank
  package var kpi = KPICode.blank
  package var position = 0
  /// In the KPI's unit.
  package var target = 0.0
  package var targetBy: LocalDate?
  package var reason: String?
  package var setAt = Instant.blank
  package var setBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("kpi", &kpi)
    try columns.key("position", &position)
    try columns.column("target", &target)
    try columns.column("target_by", &targetBy)
    try columns.column("reason", &reason)
    try columns.column("set_at", &setAt)
    try columns.column("set_by", &setBy)
  }
}

extension KPITargetRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .kpi(let code, .targetSet) = fact.happening else { return [] }
    return [.newRow(RowKey(fact, code, fact.position))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, .targetSet(let target, let day, let reason)) = fact.happening else {
      return row
    }
    var row = Self(fact)
    row.kpi = code
    row.target = target
    row.targetBy = day
    row.reason = reason
    row.setAt = fact.occurredAt
    row.setBy = fact.actor
    return row
  }
}
