package import CivilTime
package import Domain
package import Postgres

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
  package static func list(in session: Session) throws -> [DesignRow] {
    try session.rows("SELECT \(DesignRow.self) FROM design ORDER BY department, number")
  }

  package static func design(_ id: ItemID, in session: Session) throws -> DesignRow? {
    try session.row(
      """
      SELECT \(DesignRow.self) FROM design
      WHERE department = \(id.department) AND number = \(id.number)
      """)
  }

  package static func detail(of id: ItemID, in session: Session) throws -> DesignDetail? {
    guard let design = try design(id, in: session) else { return nil }
    return DesignDetail(
      design: design, items: try parts(of: id, order: "number", session),
      lessons: try parts(of: id, order: "\"position\"", session),
      sessions: try parts(of: id, order: "number", session),
      attendance: try parts(of: id, order: "session, account", session),
      evaluations: try parts(of: id, order: "\"position\"", session),
      costs: try parts(of: id, order: "\"position\"", session))
  }

  private static func parts<R: ReadRow>(
    of id: ItemID, order: String, _ session: Session
  ) throws -> [R] {
    try session.rows(
      """
      SELECT \(R.self) FROM \(unescaped: R.table)
      WHERE department = \(id.department) AND design = \(id.number) ORDER BY \(unescaped: order)
      """)
  }
}

extension DesignQueries {
  /// Training sessions within the days that are not cancelled, by date.
  package static func sessions(
    within days: DateSpan, in session: Session
  ) throws -> [SessionRow] {
    try session.rows(
      """
      SELECT \(SessionRow.self) FROM session
      WHERE date BETWEEN \(days.first) AND \(days.last) AND NOT is_cancelled
      ORDER BY date, department, design, number
      """)
  }
}
