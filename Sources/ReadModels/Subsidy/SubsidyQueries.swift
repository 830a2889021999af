package import Domain
import Postgres

package enum SubsidyQueries {
  /// Entries on a design, in the order recorded.
  package static func entries(on design: ItemID, in view: View) throws -> [SubsidyEntryRow] {
    try view.rows(
      """
      SELECT \(SubsidyEntryRow.self) FROM subsidy_entry
      WHERE department = \(design.department) AND design = \(design.number)
      ORDER BY "position"
      """)
  }

  /// The designs that have any, by number.
  package static func designs(in view: View) throws -> [ItemID] {
    try view.query(
      "SELECT DISTINCT department, design FROM subsidy_entry ORDER BY department, design"
    ) { ItemID(try $0.value(0), .design, try $0.int(1)) }
  }

  /// Minutes of the cycles' own actions that those who attended the design's sessions logged on the
  /// days from its first session on: work, and never training.
  package static func cycleMinutes(after design: ItemID, in view: View) throws -> Int {
    try view.first(
      """
      SELECT coalesce(sum(a.minutes), 0)::bigint
      FROM action a
      WHERE a.withdrawn_reason IS NULL AND a.minutes IS NOT NULL
        AND (a.occurred_at AT TIME ZONE (SELECT time_zone FROM organization LIMIT 1))::date >= (
          SELECT min(s.date) FROM session s
          WHERE s.department = \(design.department) AND s.design = \(design.number)
            AND NOT s.is_cancelled)
        AND a.actor IN (
          SELECT t.account FROM attendance t
          WHERE t.department = \(design.department) AND t.design = \(design.number)
          UNION
          SELECT e.account FROM subsidy_entry e
          WHERE e.department = \(design.department) AND e.design = \(design.number)
            AND e.type = 'AttendanceTimed')
      """
    ) { try $0.int(0) } ?? 0
  }

  /// Sessions of a design that were put on another day or cancelled, in the order recorded.
  package static func moves(of design: ItemID, in view: View) throws -> [SessionMoveRow] {
    try view.rows(
      """
      SELECT \(SessionMoveRow.self) FROM session_move
      WHERE department = \(design.department) AND design = \(design.number)
      ORDER BY "position"
      """)
  }
}
