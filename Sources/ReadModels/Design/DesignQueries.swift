package import CivilTime
package import Domain
import Postgres

/// A training design with what belongs to it, each part by its number or in the order recorded.
package struct DesignDetail: Sendable, Equatable {
  package var design: DesignRow
  /// Removed items included.
  package var items: [DesignItemRow]
  package var lessons: [DesignLessonRow]
  /// Cancelled sessions included.
  package var sessions: [SessionRow]
  package var attendance: [AttendanceRow]
  package var evaluations: [EvaluationRow]
  package var costs: [CostRow]
}

package enum DesignQueries {
  /// By department and number.
  package static func list(in view: View) throws -> [DesignRow] {
    try view.rows("SELECT \(DesignRow.self) FROM design ORDER BY department, number")
  }

  package static func design(_ id: ItemID, in view: View) throws -> DesignRow? {
    try view.row(
      """
      SELECT \(DesignRow.self) FROM design
      WHERE department = \(id.department) AND number = \(id.number)
      """)
  }

  package static func detail(of id: ItemID, in view: View) throws -> DesignDetail? {
    guard let design = try design(id, in: view) else { return nil }
    return DesignDetail(
      design: design, items: try parts(of: id, order: "number", view),
      lessons: try parts(of: id, order: "\"position\"", view),
      sessions: try parts(of: id, order: "number", view),
      attendance: try parts(of: id, order: "session, account", view),
      evaluations: try parts(of: id, order: "\"position\"", view),
      costs: try parts(of: id, order: "\"position\"", view))
  }

  private static func parts<R: ReadRow>(
    of id: ItemID, order: String, _ view: View
  ) throws -> [R] {
    try view.rows(
      """
      SELECT \(R.self) FROM \(unescaped: R.table)
      WHERE department = \(id.department) AND design = \(id.number) ORDER BY \(unescaped: order)
      """)
  }
}

extension DesignQueries {
  /// Training sessions within the days that are not cancelled, by date.
  package static func sessions(
    within days: DateSpan, in view: View
  ) throws -> [SessionRow] {
    try view.rows(
      """
      SELECT \(SessionRow.self) FROM session
      WHERE date BETWEEN \(days.first) AND \(days.last) AND NOT is_cancelled
      ORDER BY date, department, design, number
      """)
  }
}
