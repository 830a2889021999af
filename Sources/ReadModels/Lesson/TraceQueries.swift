package import CivilTime
package import Domain
import Postgres

/// One way from a cycle by a lesson and a design's item to a session and who attended it; nil
/// from where the way ends.
package struct LessonTrace: Sendable, Equatable {
  package var lesson: ItemID
  package var cycle: ItemID?
  package var design: ItemID?
  package var item: Int?
  package var itemTitle: String?
  /// Why the design declined the lesson.
  package var declinedReason: String?
  package var session: Int?
  package var sessionDate: LocalDate?
  package var sessionTitle: String?
  package var attendee: Account?
}

package enum TraceQueries {
  package static func trace(of lesson: ItemID, in view: View) throws -> [LessonTrace] {
    try traces(
      """
      SELECT * FROM lesson_trace
      WHERE department = \(lesson.department) AND number = \(lesson.number)
      ORDER BY cycle, design_department, design, item, session, attendee
      """, in: view)
  }

  /// The ways that begin at a cycle.
  package static func trace(from cycle: ItemID, in view: View) throws -> [LessonTrace] {
    try traces(
      """
      SELECT * FROM lesson_trace WHERE cycle = \(cycle.description)
      ORDER BY department, number, design_department, design, item, session, attendee
      """, in: view)
  }

  private static func traces(_ query: Query, in view: View) throws -> [LessonTrace] {
    try view.query(query) { row in
      let department: DepartmentCode? = try row.value("design_department")
      let number = try row.intIfPresent("design")
      return LessonTrace(
        lesson: try row.value("lesson"), cycle: try row.value("cycle"),
        design: department.flatMap { code in number.map { ItemID(code, .design, $0) } },
        item: try row.intIfPresent("item"), itemTitle: try row.textIfPresent("item_title"),
        declinedReason: try row.textIfPresent("declined_reason"),
        session: try row.intIfPresent("session"), sessionDate: try row.value("session_date"),
        sessionTitle: try row.textIfPresent("session_title"), attendee: try row.value("attendee"))
    }
  }
}
