package import CivilTime
package import Domain
import Postgres

/// A session that people attended and that brought no concept.
package struct BarrenSession: Sendable, Equatable {
  package var session: SessionID
  package var title: String
  package var date: LocalDate
  package var attendees: Int

  package init(session: SessionID, title: String, date: LocalDate, attendees: Int) {
    self.session = session
    self.title = title
    self.date = date
    self.attendees = attendees
  }
}

package enum ConceptQueries {
  /// By department and number; those of one department, of one state, of one design, as asked.
  package static func list(
    of department: DepartmentCode? = nil, status: ConceptStatus? = nil, design: ItemID? = nil,
    in view: View
  ) throws -> [ConceptRow] {
    let prefix = design.map { "\($0).%" }
    return try view.rows(
      """
      SELECT \(ConceptRow.self) FROM concept
      WHERE (\(department) IS NULL OR department = \(department))
        AND (\(status?.rawValue)::text IS NULL OR status = \(status?.rawValue))
        AND (\(prefix)::text IS NULL OR session LIKE \(prefix))
      ORDER BY department, number
      """)
  }

  package static func concept(_ id: ItemID, in view: View) throws -> ConceptRow? {
    try view.row(
      """
      SELECT \(ConceptRow.self) FROM concept
      WHERE department = \(id.department) AND number = \(id.number)
      """)
  }

  /// Sessions within the days that somebody attended and nobody drafted a concept in, by date; none
  /// for an organization that has never drafted any.
  package static func barrenSessions(
    within days: DateSpan, in view: View
  ) throws -> [BarrenSession] {
    try view.query(
      """
      SELECT s.department, s.design, s.number, s.title, s.date, count(a.account)
      FROM session s
      JOIN attendance a
        ON a.department = s.department AND a.design = s.design AND a.session = s.number
      WHERE s.date BETWEEN \(days.first) AND \(days.last) AND NOT s.is_cancelled
        AND EXISTS (SELECT FROM concept) AND NOT EXISTS (
          SELECT FROM concept c
          WHERE c.session = s.department || '-D' || s.design || '.' || s.number)
      GROUP BY s.department, s.design, s.number, s.title, s.date
      ORDER BY s.date, s.department, s.design, s.number
      """
    ) { row in
      BarrenSession(
        session: SessionID(ItemID(try row.value(0), .design, try row.int(1)), try row.int(2)),
        title: try row.text(3), date: try row.value(4), attendees: try row.int(5))
    }
  }
}
