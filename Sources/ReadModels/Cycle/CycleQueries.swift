package import CivilTime
package import Domain
import Postgres

/// Which cycles to list; nil and empty leave a part open.
package struct CycleFilter: Sendable, Equatable {
  package var department: DepartmentCode?
  package var statuses: [CycleStatus]
  package var owner: Account?
  package var kpi: KPIReference?
  /// Open cycles that were due before this day.
  package var overdueAt: LocalDate?
  /// Stands in the title, the problem or the change, whatever the case of its letters.
  package var text: String?
  package var limit: Int

  package init(
    department: DepartmentCode? = nil, statuses: [CycleStatus] = [], owner: Account? = nil,
    kpi: KPIReference? = nil, overdueAt: LocalDate? = nil, text: String? = nil,
    limit: Int = 10_000
  ) {
    self.department = department
    self.statuses = statuses
    self.owner = owner
    self.kpi = kpi
    self.overdueAt = overdueAt
    self.text = text
    self.limit = limit
  }
}

/// A cycle with what belongs to it. Lists are in the order recorded.
package struct CycleDetail: Sendable, Equatable {
  package var cycle: CycleRow
  /// The latest actions, withdrawn ones included.
  package var actions: [ActionRow]
  package var amendments: [CycleAmendmentRow]
  package var lessonsConsulted: [ItemID]
  package var obstacles: [ObstacleRow]
  package var practices: [PracticeRow]
  package var steps: [CycleStepRow]
  /// Lessons that were learned from it.
  package var lessons: [ItemID]
}

package enum CycleQueries {
  /// By department and number.
  package static func list(_ filter: CycleFilter, in view: View) throws -> [CycleRow] {
    try view.rows(
      """
      SELECT \(CycleRow.self) FROM cycle
      WHERE (\(filter.department) IS NULL OR department = \(filter.department))
        AND (\(filter.statuses.isEmpty) OR status = ANY(\(filter.statuses.map(\.rawValue))::text[]))
        AND (\(filter.owner) IS NULL OR owner = \(filter.owner))
        AND (\(filter.kpi?.description)::text IS NULL OR kpi = \(filter.kpi?.description))
        AND (\(filter.overdueAt) IS NULL
          OR (due < \(filter.overdueAt) AND status NOT IN ('acted', 'cancelled')))
        AND (\(filter.text)::text IS NULL
          OR position(lower(\(filter.text)) IN lower(concat_ws(' ', title, problem, change))) > 0)
      ORDER BY department, number LIMIT \(filter.limit)
      """)
  }

  package static func cycle(_ id: ItemID, in view: View) throws -> CycleRow? {
    try view.row(
      """
      SELECT \(CycleRow.self) FROM cycle
      WHERE department = \(id.department) AND number = \(id.number)
      """)
  }

  /// With its latest actions, at most so many.
  package static func detail(
    of id: ItemID, actions: Int = 20, in view: View
  ) throws -> CycleDetail? {
    guard let cycle = try cycle(id, in: view) else { return nil }
    return CycleDetail(
      cycle: cycle, actions: try self.actions(of: id, latest: actions, in: view),
      amendments: try parts(of: id, in: view),
      lessonsConsulted: try parts(of: id, as: CycleLessonConsultedRow.self, in: view)
        .map(\.lesson),
      obstacles: try parts(of: id, in: view), practices: try parts(of: id, in: view),
      steps: try parts(of: id, in: view), lessons: try lessons(from: id, in: view))
  }

  /// The latest actions, those before a version of the stream if one is given; oldest first.
  package static func actions(
    of id: ItemID, latest count: Int, before version: Int? = nil, in view: View
  ) throws -> [ActionRow] {
    let rows: [ActionRow] = try view.rows(
      """
      SELECT \(ActionRow.self) FROM action
      WHERE department = \(id.department) AND cycle = \(id.number)
        AND (\(version)::bigint IS NULL OR version < \(version)::bigint)
      ORDER BY version DESC LIMIT \(count)
      """)
    return rows.reversed()
  }

  /// A person's actions that stand, of the span, the latest first.
  package static func actions(
    by account: Account, within span: Span, in view: View
  ) throws -> [ActionRow] {
    try view.rows(
      """
      SELECT \(ActionRow.self) FROM action
      WHERE acted_by = \(account) AND withdrawn_reason IS NULL
        AND occurred_at >= \(span.start) AND occurred_at < \(span.end)
      ORDER BY occurred_at DESC, department, cycle, version DESC
      """)
  }

  /// Actions that hold the text, whatever its letters' case, the latest first.
  package static func actions(saying text: String, limit: Int, in view: View) throws -> [ActionRow]
  {
    try view.rows(
      """
      SELECT \(ActionRow.self) FROM action
      WHERE strpos(lower("text"), lower(\(text))) > 0 AND withdrawn_reason IS NULL
      ORDER BY occurred_at DESC, department, cycle, version DESC LIMIT \(limit)
      """)
  }

  /// The action that a version of the cycle's stream logged.
  package static func action(
    _ version: Int, of id: ItemID, in view: View
  ) throws -> ActionRow? {
    try view.row(
      """
      SELECT \(ActionRow.self) FROM action
      WHERE department = \(id.department) AND cycle = \(id.number) AND version = \(version)
      """)
  }

  /// Actions logged and not withdrawn; 0 for a cycle that isn't there.
  package static func liveActions(of id: ItemID, in view: View) throws -> Int {
    try cycle(id, in: view)?.actions ?? 0
  }

  /// In how many cycles of each department something is still to be done; none for 0.
  package static func openCounts(in view: View) throws -> [DepartmentCode: Int] {
    let counts = try view.query(
      "SELECT department, count(*) FROM open_cycle GROUP BY department"
    ) { (DepartmentCode(try $0.text(0)), try $0.int(1)) }
    return counts.reduce(into: [:]) { found, entry in
      if let code = entry.0 { found[code] = entry.1 }
    }
  }

  /// Cycles of the department in which something is still to be done.
  package static func openCount(of department: DepartmentCode, in view: View) throws -> Int {
    try view.first(
      "SELECT count(*) FROM open_cycle WHERE department = \(department)"
    ) { try $0.int(0) } ?? 0
  }

  private static func parts<R: ReadRow>(
    of id: ItemID, as _: R.Type = R.self, in view: View
  ) throws -> [R] {
    try view.rows(
      """
      SELECT \(R.self) FROM \(unescaped: R.table)
      WHERE department = \(id.department) AND cycle = \(id.number) ORDER BY "position"
      """)
  }

  private static func lessons(from id: ItemID, in view: View) throws -> [ItemID] {
    let rows: [LessonCycleRow] = try view.rows(
      """
      SELECT \(LessonCycleRow.self) FROM lesson_cycle
      WHERE cycle = \(id.description) ORDER BY department, lesson
      """)
    return rows.map { ItemID($0.department, .lesson, $0.lesson) }
  }
}

extension CycleQueries {
  /// Planned and not yet checked cycles that a person owns, or has acted on since a moment; of one
  /// department or of all when nil; by department and number.
  package static func mine(
    _ account: Account, actingSince moment: Instant, of department: DepartmentCode? = nil,
    in view: View
  ) throws -> [CycleRow] {
    try view.rows(
      """
      SELECT \(CycleRow.self, of: "c") FROM cycle c
      WHERE (\(department) IS NULL OR c.department = \(department))
        AND c.status IN ('planned', 'doing')
        AND (c.owner = \(account) OR EXISTS (
          SELECT 1 FROM action a
          WHERE a.department = c.department AND a.cycle = c.number
            AND a.occurred_at >= \(moment) AND a.withdrawn_at IS NULL
            AND (a.acted_by = \(account) OR a.actor = \(account))))
      ORDER BY c.department, c.number
      """)
  }
}
