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

/// What an item of an approved design is there for.
package struct TaughtReason: Sendable, Equatable {
  /// Id of a lesson, an issue or a session, or a KPI.
  package var reason: String
  /// In the organization's time zone.
  package var approvedOn: LocalDate

  package init(reason: String, approvedOn: LocalDate) {
    self.reason = reason
    self.approvedOn = approvedOn
  }
}

extension DesignQueries {
  /// Of items that weren't removed.
  package static func taughtReasons(in view: View) throws -> [TaughtReason] {
    try view.query(
      """
      SELECT DISTINCT r.reason,
        (d.approved_at AT TIME ZONE (SELECT time_zone FROM organization LIMIT 1))::date
      FROM design d
      JOIN design_item i ON i.department = d.department AND i.design = d.number
      CROSS JOIN unnest(i.reasons) AS r(reason)
      WHERE d.approved_at IS NOT NULL AND i.removed_reason IS NULL
      ORDER BY 1, 2
      """
    ) { TaughtReason(reason: try $0.text(0), approvedOn: try $0.value(1)) }
  }

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
