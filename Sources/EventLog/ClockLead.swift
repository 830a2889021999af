package import Postgres

/// A log whose last event was recorded at a time that the server's clock has not reached: the
/// clock stood ahead once, or stands behind now.
package struct ClockLead: Sendable, Equatable {
  package let department: String
  /// How far, rounded up; less than a minute is no lead.
  package let minutes: Int

  package static func all(in session: Session) throws -> [ClockLead] {
    try session.query(
      """
      SELECT department, minutes FROM (
        SELECT d.department, ceil(extract(epoch FROM
          log.recorded_at(d.department, log.head(d.department)) - clock_timestamp()) / 60)::bigint
          AS minutes
        FROM log.departments() d) l
      WHERE minutes > 1 ORDER BY department
      """
    ) { ClockLead(department: try $0.text(0), minutes: try $0.int(1)) }
  }
}
