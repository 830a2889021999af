package import Domain
import Postgres

/// Which lessons to list; nil and empty leave a part open.
package struct LessonFilter: Sendable, Equatable {
  package var department: DepartmentCode?
  package var statuses: [LessonStatus]
  package var kind: LessonKind?
  package var forTraining: Bool?

  package init(
    department: DepartmentCode? = nil, statuses: [LessonStatus] = [], kind: LessonKind? = nil,
    forTraining: Bool? = nil
  ) {
    self.department = department
    self.statuses = statuses
    self.kind = kind
    self.forTraining = forTraining
  }
}

/// A lesson with what belongs to it.
package struct LessonDetail: Sendable, Equatable {
  package var lesson: LessonRow
  package var cycles: [ItemID]
  package var rollOuts: [LessonRollOutRow]
  /// By department.
  package var adoptions: [AdoptionRow]
  package var reuses: [ReuseRow]
  /// Answers of training designs.
  package var designs: [DesignLessonRow]
  /// Cycles in whose planning it was looked at.
  package var consultedBy: [ItemID]
}

package enum LessonQueries {
  /// By department and number.
  package static func list(
    _ filter: LessonFilter = LessonFilter(), in view: View
  ) throws -> [LessonRow] {
    try view.rows(
      """
      SELECT \(LessonRow.self) FROM lesson
      WHERE (\(filter.department) IS NULL OR department = \(filter.department))
        AND (\(filter.statuses.isEmpty) OR status = ANY(\(filter.statuses.map(\.rawValue))::text[]))
        AND (\(filter.kind?.rawValue)::text IS NULL OR kind = \(filter.kind?.rawValue))
        AND (\(filter.forTraining)::boolean IS NULL OR for_training = \(filter.forTraining))
      ORDER BY department, number
      """)
  }

  package static func lesson(_ id: ItemID, in view: View) throws -> LessonRow? {
    try view.row(
      """
      SELECT \(LessonRow.self) FROM lesson
      WHERE department = \(id.department) AND number = \(id.number)
      """)
  }

  package static func detail(of id: ItemID, in view: View) throws -> LessonDetail? {
    guard let lesson = try lesson(id, in: view) else { return nil }
    let consulted: [CycleLessonConsultedRow] = try naming(id, order: "department, cycle", view)
    let designs: [DesignLessonRow] = try naming(id, order: "department, design", view)
    return LessonDetail(
      lesson: lesson, cycles: try cycles(of: id, in: view),
      rollOuts: try rollOuts(of: id, in: view),
      adoptions: try naming(id, order: "department", view),
      reuses: try naming(id, order: "department, \"position\"", view), designs: designs,
      consultedBy: consulted.map { ItemID($0.department, .cycle, $0.cycle) })
  }

  /// The cycles that it was learned from.
  package static func cycles(of id: ItemID, in view: View) throws -> [ItemID] {
    let rows: [LessonCycleRow] = try view.rows(
      """
      SELECT \(LessonCycleRow.self) FROM lesson_cycle
      WHERE department = \(id.department) AND lesson = \(id.number) ORDER BY cycle
      """)
    return rows.map(\.cycle)
  }

  package static func rollOuts(
    of id: ItemID, in view: View
  ) throws -> [LessonRollOutRow] {
    try view.rows(
      """
      SELECT \(LessonRollOutRow.self) FROM lesson_rollout
      WHERE department = \(id.department) AND lesson = \(id.number) ORDER BY proposed_to
      """)
  }

  /// What a department decided on others' lessons, by lesson.
  package static func adoptions(
    by department: DepartmentCode, in view: View
  ) throws -> [AdoptionRow] {
    try view.rows(
      """
      SELECT \(AdoptionRow.self) FROM adoption
      WHERE department = \(department) ORDER BY lesson
      """)
  }

  /// Roll-outs proposed to the departments that these have not decided on, by department, then the
  /// oldest first.
  package static func undecidedRollOuts(
    to departments: [DepartmentCode], in view: View
  ) throws -> [LessonRollOutRow] {
    try view.rows(
      """
      SELECT \(LessonRollOutRow.self, of: "p") FROM lesson_rollout p
      JOIN lesson l ON l.department = p.department AND l.number = p.lesson
      WHERE p.proposed_to = ANY(\(departments.map(\.rawValue))::text[]) AND l.status <> 'retired'
        AND NOT EXISTS (
          SELECT FROM adoption a
          WHERE a.department = p.proposed_to AND a.lesson = p.department || '-L' || p.lesson)
      ORDER BY p.proposed_to, p.proposed_at, p.department, p.lesson
      """)
  }

  /// Validated lessons marked for training that no approved design has answered, oldest first.
  package static func waiting(in view: View) throws -> [LessonRow] {
    try view.rows(
      """
      SELECT \(LessonRow.self) FROM waiting_lesson ORDER BY drafted_at, department, number
      """)
  }

  private static func naming<R: ReadRow>(
    _ id: ItemID, order: String, _ view: View
  ) throws -> [R] {
    try view.rows(
      """
      SELECT \(R.self) FROM \(unescaped: R.table)
      WHERE lesson = \(id.description) ORDER BY \(unescaped: order)
      """)
  }
}
