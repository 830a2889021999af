package import CivilTime
package import Postgres

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
