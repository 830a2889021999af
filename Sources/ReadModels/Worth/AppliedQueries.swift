package import CivilTime
package import Domain
import Postgres

/// Something done in a cycle, as costs and first trials after a training need it.
package struct AppliedAction: Sendable, Equatable {
  package var cycle: ItemID
  package var account: Account
  /// In the organization's time zone.
  package var day: LocalDate
  /// Nil where nobody said how long it took.
  package var minutes: Int?
  package var position: Int

  package init(cycle: ItemID, account: Account, day: LocalDate, minutes: Int?, position: Int) {
    self.cycle = cycle
    self.account = account
    self.day = day
    self.minutes = minutes
    self.position = position
  }
}

package enum AppliedQueries {
  /// Actions that stand, from a day on, in the order of their days.
  package static func actions(
    from day: LocalDate, in zone: TimeZoneRules, in view: View
  ) throws -> [AppliedAction] {
    try view.query(
      """
      SELECT department, cycle, actor, minutes, "position",
        \(unescaped: Instant.selecting("occurred_at"))
      FROM action
      WHERE withdrawn_at IS NULL AND occurred_at >= \(zone.start(of: day))
      ORDER BY occurred_at, department, "position"
      """
    ) { row in
      AppliedAction(
        cycle: ItemID(try row.value(0), .cycle, try row.int(1)), account: try row.value(2),
        day: zone.date(at: try row.value(5)), minutes: try row.intIfPresent(3),
        position: try row.int(4))
    }
  }

  /// Days from offer to effect of lessons that were reused.
  package static func reuseDays(in view: View) throws -> [Int] {
    try view.query(
      "SELECT lead_time_days FROM reuse WHERE lead_time_days IS NOT NULL ORDER BY lead_time_days"
    ) { try $0.int(0) }
  }
}
