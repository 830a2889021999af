package import CivilTime
package import Domain
import Postgres

/// How far a lesson went beyond the department that learned it.
package struct LessonReuse: Sendable, Equatable {
  package var lesson: ItemID
  package var title: String
  package var status: LessonStatus
  /// Departments that it was proposed to, that adopted or declined it, and that measured its effect.
  package var proposed: Int
  package var adopted: Int
  package var declined: Int
  package var measured: Int
  /// Adopted as a share (0…1) of the departments it was proposed to or that decided; nil for none.
  package var rate: Double?
}

/// The share of validated lessons that were adopted somewhere else.
package struct ReuseRate: Sendable, Equatable {
  package var lessons: Int
  package var reused: Int
  /// 0…1; nil without lessons.
  package var rate: Double?
}

package enum ReuseQueries {
  /// By department and number.
  package static func lessons(in view: View) throws -> [LessonReuse] {
    try view.query(
      """
      SELECT id, title, status, proposed, adopted, declined, measured, rate FROM lesson_reuse
      ORDER BY department, number
      """
    ) { row in
      LessonReuse(
        lesson: try row.value(0), title: try row.text(1), status: try row.value(2),
        proposed: try row.int(3), adopted: try row.int(4), declined: try row.int(5),
        measured: try row.int(6), rate: try row.doubleIfPresent(7))
    }
  }

  /// Days from a lesson's first offer to its adoption, of adoptions decided before the instant
  /// (from another on, if given), by time.
  package static func adoptionDays(
    from start: Instant? = nil, before end: Instant, in view: View
  ) throws -> [Double] {
    try view.query(
      """
      SELECT extract(epoch FROM a.decided_at - p.proposed_at)::float8 / 86400
      FROM adoption a
      JOIN lesson_rollout p
        ON a.lesson = p.department || '-L' || p.lesson AND p.proposed_to = a.department
      WHERE a.adopted AND a.decided_at < \(end) AND a.decided_at >= p.proposed_at
        AND (\(start) IS NULL OR a.decided_at >= \(start))
      ORDER BY a.decided_at, a.department, a.lesson
      """
    ) { try $0.double(0) }
  }

  package static func rate(in view: View) throws -> ReuseRate {
    try view.first("SELECT lessons, reused, rate FROM reuse_rate") { row in
      ReuseRate(
        lessons: try row.int(0), reused: try row.int(1), rate: try row.doubleIfPresent(2))
    } ?? ReuseRate(lessons: 0, reused: 0, rate: nil)
  }
}
