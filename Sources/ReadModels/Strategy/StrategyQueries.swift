package import Domain
import Postgres

/// Vision, value areas and training policy. The head department keeps them.
package enum StrategyQueries {
  /// The vision in force, nil before the first.
  package static func vision(in view: View) throws -> VisionRow? {
    try view.row("SELECT \(VisionRow.self) FROM vision ORDER BY \"position\" DESC LIMIT 1")
  }

  /// All visions, the latest first.
  package static func visions(in view: View) throws -> [VisionRow] {
    try view.rows("SELECT \(VisionRow.self) FROM vision ORDER BY \"position\" DESC")
  }

  /// The KPIs that the vision names, in its order.
  package static func kpis(of vision: VisionRow, in view: View) throws -> [KPIReference] {
    let rows: [VisionKPIRow] = try view.rows(
      """
      SELECT \(VisionKPIRow.self) FROM vision_kpi
      WHERE department = \(vision.department) AND "position" = \(vision.position) ORDER BY place
      """)
    return rows.map(\.kpi)
  }

  /// In the order chosen.
  package static func valueAreas(in view: View) throws -> [ValueAreaRow] {
    try view.rows("SELECT \(ValueAreaRow.self) FROM value_area ORDER BY \"position\"")
  }

  /// The versions of the training policy, the one in force first.
  package static func policies(in view: View) throws -> [PolicyRow] {
    try view.rows("SELECT \(PolicyRow.self) FROM policy ORDER BY \"position\" DESC")
  }
}
