package import CivilTime
package import Domain
import Postgres

/// A training session with what it brought so far.
package struct SessionOutcome: Sendable, Equatable {
  package var session: SessionRow
  /// People whose attendance is recorded.
  package var attended: Int
  /// The latest one of each level, by level.
  package var evaluations: [EvaluationRow]
}

package enum TrainingQueries {
  /// Sessions of the days that are not cancelled, by date, of the whole organization.
  package static func outcomes(
    within days: DateSpan, in view: View
  ) throws -> [SessionOutcome] {
    let evaluations = Dictionary(grouping: try evaluations(within: days, view)) {
      [$0.department.rawValue, "\($0.design)", "\($0.session)"]
    }
    return try view.query(
      """
      SELECT \(SessionRow.self, of: "s"), (
          SELECT count(*) FROM attendance a
          WHERE a.department = s.department AND a.design = s.design AND a.session = s.number
        ) AS attended
      FROM session s WHERE s.date BETWEEN \(days.first) AND \(days.last) AND NOT s.is_cancelled
      ORDER BY s.date, s.department, s.design, s.number
      """
    ) { row in
      let held = try SessionRow(row)
      let key = [held.department.rawValue, "\(held.design)", "\(held.number)"]
      return SessionOutcome(
        session: held, attended: try row.int("attended"), evaluations: evaluations[key] ?? [])
    }
  }

  /// The next sessions after the day that had been scheduled by then and are not cancelled, at most so many.
  package static func coming(
    after day: LocalDate, scheduledBefore end: Instant, limit: Int, in view: View
  ) throws -> [SessionRow] {
    try view.rows(
      """
      SELECT \(SessionRow.self) FROM session
      WHERE date > \(day) AND NOT is_cancelled AND scheduled_at < \(end)
      ORDER BY date, department, design, number LIMIT \(limit)
      """)
  }

  /// What designs of a department (of all when nil) cost in the span, a sum for each currency.
  package static func costs(
    in span: Span, of department: DepartmentCode?, in view: View
  ) throws -> [Money] {
    try view.query(
      """
      SELECT sum(amount)::bigint, currency FROM cost
      WHERE occurred_at >= \(span.start) AND occurred_at < \(span.end)
        AND (\(department) IS NULL OR department = \(department))
      GROUP BY currency ORDER BY currency
      """
    ) { row in Money(minorUnits: try row.int(0), currency: try row.text(1)) }
  }

  private static func evaluations(
    within days: DateSpan, _ view: View
  ) throws -> [EvaluationRow] {
    try view.rows(
      """
      SELECT DISTINCT ON (e.department, e.design, e.session, e.level)
        \(EvaluationRow.self, of: "e")
      FROM evaluation e
      JOIN session s
        ON s.department = e.department AND s.design = e.design AND s.number = e.session
      WHERE s.date BETWEEN \(days.first) AND \(days.last)
      ORDER BY e.department, e.design, e.session, e.level, e."position" DESC
      """)
  }
}
