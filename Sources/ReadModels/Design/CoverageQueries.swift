package import CivilTime
package import Domain
import Postgres

/// How far training reached one layer of a department.
package struct LayerCoverage: Sendable, Equatable {
  package var department: DepartmentCode
  package var layer: Layer
  package var people: Int
  /// Of them, those who attended a session.
  package var trained: Int
  /// The first session that one of them attended.
  package var firstDay: LocalDate?
}

/// Hours from step to step of a cycle; nil where a step has not been taken.
package struct CycleLeadTime: Sendable, Equatable {
  package var cycle: ItemID
  package var planToFirstAction: Double?
  package var planToCheck: Double?
  package var checkToAct: Double?
  package var planToAct: Double?
}

package enum CoverageQueries {
  /// By department, then executives, promoters, field.
  package static func layers(in view: View) throws -> [LayerCoverage] {
    let rows = try view.query(
      "SELECT department, layer, people, trained, first_day FROM layer_coverage"
    ) { row in
      LayerCoverage(
        department: try row.value(0), layer: try row.value(1), people: try row.int(2),
        trained: try row.int(3), firstDay: try row.value(4))
    }
    return rows.sorted { ($0.department, $0.layer.place) < ($1.department, $1.layer.place) }
  }

  /// Cycles that were planned, by department and number.
  package static func leadTimes(
    of department: DepartmentCode? = nil, in view: View
  ) throws -> [CycleLeadTime] {
    try view.query(
      """
      SELECT department, number, plan_to_first_action, plan_to_check, check_to_act, plan_to_act
      FROM cycle_lead_time
      WHERE (\(department) IS NULL OR department = \(department)) ORDER BY department, number
      """
    ) { row in
      CycleLeadTime(
        cycle: ItemID(try row.value(0), .cycle, try row.int(1)),
        planToFirstAction: try row.doubleIfPresent(2), planToCheck: try row.doubleIfPresent(3),
        checkToAct: try row.doubleIfPresent(4), planToAct: try row.doubleIfPresent(5))
    }
  }
}

extension Layer {
  fileprivate var place: Int { Self.allCases.firstIndex(of: self)! }
}
