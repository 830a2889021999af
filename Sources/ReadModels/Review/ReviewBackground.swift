package import CivilTime
package import Domain
import Postgres

/// What a review's improvement points are judged by, beside the period's material: who did
/// something, and what was left alone, up to the period's end.
package struct ReviewBackground: Sendable, Equatable {
  /// In whose log the organization stands; nil before it was founded.
  package var head: DepartmentCode?
  /// Open departments with their members at the period's end; machines aside. All of them, or the
  /// review's own.
  package var departments: [DepartmentStaff] = []
  /// Open departments of the whole organization, the head aside.
  package var workingDepartments = 0
  /// Of everybody who did something in the `recentDays` up to the period's end, in all logs.
  package var activity: [PersonActivity] = []
  /// Proposed by the period's end, as they stood then.
  package var hypotheses: [HypothesisRow] = []
  /// Validated lessons that no other department was offered, consulted or decided on.
  package var unusedLessons: [LessonRow] = []
  /// Of the cycles checked in the period, those that a lesson was drafted from.
  package var cyclesWithLesson: Set<ItemID> = []
  /// Open cycles whose window is over without any observation of their KPI in it.
  package var cyclesWithoutObservation: Set<ItemID> = []
  /// Trainings after which the days for trying something ended within the period.
  package var trials: [TrainingTrial] = []
  /// Who has left the organization by the period's end, and when.
  package var left: [Account: Instant] = [:]
  /// What departments were called that were closed by the period's end.
  package var formerNames: [DepartmentCode: String] = [:]
  /// Which department took each of them over.
  package var successors: [DepartmentCode: DepartmentCode] = [:]

  package init() {}

  /// Days that activity is looked at over, whatever the period.
  package static let recentDays = 28
}

/// A department and who works in it.
package struct DepartmentStaff: Sendable, Equatable {
  package var department: DepartmentRow
  package var members: [MemberRow]

  package init(_ department: DepartmentRow, members: [MemberRow]) {
    self.department = department
    self.members = members
  }

  package var code: DepartmentCode { department.code }
}

/// What one person did, in one department's log.
package struct PersonActivity: Sendable, Equatable {
  package var department: DepartmentCode
  package var account: String
  /// Entries within the review's period.
  package var inPeriod: Int
  /// Entries within the recent days.
  package var recent: Int
  /// The latest of them.
  package var last: Instant

  package init(
    department: DepartmentCode, account: String, inPeriod: Int, recent: Int, last: Instant
  ) {
    self.department = department
    self.account = account
    self.inPeriod = inPeriod
    self.recent = recent
    self.last = last
  }
}

/// What a department's members did after a training that they attended.
package struct TrainingTrial: Sendable, Equatable {
  package var design: ItemID
  package var session: Int
  package var title: String
  package var date: LocalDate
  /// The last day on which something was to be tried.
  package var deadline: LocalDate
  package var department: DepartmentCode
  package var attended: Int
  /// Of them, those who logged an action or planned a cycle from the session's day to the deadline.
  package var tried: Int
  /// The first record of their attendance.
  package var position: Int

  package init(
    design: ItemID, session: Int, title: String, date: LocalDate, deadline: LocalDate,
    department: DepartmentCode, attended: Int, tried: Int, position: Int
  ) {
    self.design = design
    self.session = session
    self.title = title
    self.date = date
    self.deadline = deadline
    self.department = department
    self.attended = attended
    self.tried = tried
    self.position = position
  }
}

extension ReviewBackground {
  /// Reads what is known of a department, or of all, at the span's end.
  package static func read(
    _ span: Span, of department: DepartmentCode?, in view: View
  ) throws -> ReviewBackground {
    let reader = BackgroundReader(span: span, department: department, view: view)
    var background = ReviewBackground()
    let organization = try OrganizationQueries.settings(in: view)
    background.head = organization?.department
    background.departments = try reader.departments()
    background.workingDepartments = try reader.workingDepartments()
    background.activity = try reader.activity()
    background.hypotheses = try CauseQueries.hypotheses(before: span.end, in: view)
      .filter { department == nil || $0.department == department }
    background.unusedLessons = try reader.unusedLessons()
    background.cyclesWithLesson = try reader.cyclesWithLesson()
    background.cyclesWithoutObservation = try reader.cyclesWithoutObservation()
    background.trials = try reader.trials(days: organization?.trialDays ?? 0)
    background.left = try reader.left()
    for row in try reader.closed() {
      background.formerNames[row.code] = row.name
      background.successors[row.code] = row.successor
    }
    return background
  }
}

/// The queries of one reading.
private struct BackgroundReader {
  let span: Span
  let department: DepartmentCode?
  let view: View

  /// Without those whose work the person may not see, which would seem to do nothing.
  func departments() throws -> [DepartmentStaff] {
    let rows: [DepartmentRow] = try view.rows(
      """
      SELECT \(DepartmentRow.self) FROM department
      WHERE registered_at < \(span.end) AND (closed_at IS NULL OR closed_at >= \(span.end))
        AND (\(department) IS NULL OR code = \(department))
        AND code NOT IN (SELECT log.unreadable())
      ORDER BY code
      """)
    let members: [MemberRow] = try view.rows(
      """
      SELECT \(MemberRow.self) FROM member
      WHERE NOT is_machine AND home_since < \(span.end)
        AND (left_at IS NULL OR left_at >= \(span.end))
      ORDER BY account
      """)
    let staff = Dictionary(grouping: members, by: \.home)
    return rows.map { DepartmentStaff($0, members: staff[$0.code] ?? []) }
  }

  func closed() throws -> [DepartmentRow] {
    try view.rows("SELECT \(DepartmentRow.self) FROM department WHERE closed_at < \(span.end)")
  }

  func left() throws -> [Account: Instant] {
    let rows: [MemberRow] = try view.rows(
      "SELECT \(MemberRow.self) FROM member WHERE left_at < \(span.end)")
    return rows.reduce(into: [:]) { $0[$1.account] = $1.leftAt }
  }

  func workingDepartments() throws -> Int {
    try view.first(
      """
      SELECT count(*) FROM department
      WHERE code <> department AND registered_at < \(span.end)
        AND (closed_at IS NULL OR closed_at >= \(span.end))
      """
    ) { try $0.int(0) } ?? 0
  }

  func activity() throws -> [PersonActivity] {
    let recent = span.zone.start(
      of: span.days.last.adding(days: 1 - ReviewBackground.recentDays))
    let departments = try DepartmentLogs.codes(of: nil, in: view)
    return try view.query(
      """
      SELECT department, account, count(*) FILTER (WHERE occurred_at >= \(span.start)),
        count(*) FILTER (WHERE occurred_at >= \(recent)),
        \(unescaped: Instant.selecting("max(occurred_at)"))
      FROM activity
      WHERE occurred_at >= \(min(recent, span.start)) AND occurred_at < \(span.end)
        AND department = ANY(\(departments)::text[])
      GROUP BY department, account ORDER BY department, account COLLATE "C"
      """
    ) { row in
      PersonActivity(
        department: try row.value(0), account: try row.text(1), inPeriod: try row.int(2),
        recent: try row.int(3), last: try row.value(4))
    }
  }

  func unusedLessons() throws -> [LessonRow] {
    try view.rows(
      """
      SELECT \(LessonRow.self, of: "l") FROM lesson l
      WHERE l.validated_at < \(span.end) AND (l.retired_at IS NULL OR l.retired_at >= \(span.end))
        AND (\(department) IS NULL OR l.department = \(department))
        AND NOT EXISTS (
          SELECT FROM lesson_rollout p
          WHERE p.department = l.department AND p.lesson = l.number
            AND p.proposed_at < \(span.end))
        AND NOT EXISTS (
          SELECT FROM adoption a
          WHERE a.lesson = l.department || '-L' || l.number AND a.decided_at < \(span.end))
        AND NOT EXISTS (
          SELECT FROM cycle_lesson_consulted c
          WHERE c.lesson = l.department || '-L' || l.number AND c.department <> l.department
            AND c.consulted_at < \(span.end))
      ORDER BY l.validated_at, l.department, l.number
      """)
  }

  func cyclesWithLesson() throws -> Set<ItemID> {
    Set(
      try view.query(
        """
        SELECT DISTINCT f.cycle FROM cycle c
        JOIN lesson_cycle f ON f.cycle = c.department || '-' || c.number
        JOIN lesson l ON l.department = f.department AND l.number = f.lesson
        WHERE c.checked_at >= \(span.start) AND c.checked_at < \(span.end)
          AND l.drafted_at < \(span.end)
        """
      ) { try $0.value(0) })
  }

  func cyclesWithoutObservation() throws -> Set<ItemID> {
    Set(
      try view.query(
        """
        SELECT c.department || '-' || c.number FROM cycle c
        WHERE c.kpi IS NOT NULL AND c.checked_at IS NULL AND c.cancelled_at IS NULL
          AND c.window_last <= \(span.days.last)
          AND (\(department) IS NULL OR c.department = \(department))
          AND NOT EXISTS (
            SELECT FROM observation o
            WHERE o.department = split_part(c.kpi, '/', 1)
              AND o.kpi = split_part(c.kpi, '/', 2)
              AND o.period BETWEEN c.window_first AND c.window_last)
        """
      ) { try $0.value(0) })
  }

  func trials(days: Int) throws -> [TrainingTrial] {
    let (first, last) = (
      span.days.first.adding(days: -days), span.days.last.adding(days: -days)
    )
    return try view.query(
      """
      WITH attended AS (
        SELECT s.department, s.design, s.number, s.title, s.date, m.home, t.account,
          t."position", EXISTS (
            SELECT FROM (
              SELECT acted_by AS account, occurred_at FROM action
              WHERE department = m.home AND withdrawn_at IS NULL
              UNION ALL
              SELECT actor, occurred_at FROM cycle_step
              WHERE department = m.home AND kind = 'planned'
            ) d
            WHERE d.account = t.account
              AND d.occurred_at >= s.date::timestamp AT TIME ZONE o.time_zone
              AND d.occurred_at < (s.date + \(days + 1)::int)::timestamp AT TIME ZONE o.time_zone
          ) AS tried
        FROM session s
        JOIN attendance t
          ON t.department = s.department AND t.design = s.design AND t.session = s.number
        JOIN member m ON m.account = t.account AND NOT m.is_machine
        CROSS JOIN organization o
        WHERE NOT s.is_cancelled AND s.date BETWEEN \(first) AND \(last)
          AND (\(department) IS NULL OR m.home = \(department))
      )
      SELECT department, design, number, title, date, home, count(*),
        count(*) FILTER (WHERE tried), min("position")
      FROM attended
      GROUP BY department, design, number, title, date, home
      ORDER BY date, department, design, number, home
      """
    ) { row in
      let date: LocalDate = try row.value(4)
      return TrainingTrial(
        design: ItemID(try row.value(0), .design, try row.int(1)), session: try row.int(2),
        title: try row.text(3), date: date, deadline: date.adding(days: days),
        department: try row.value(5), attended: try row.int(6), tried: try row.int(7),
        position: try row.int(8))
    }
  }
}
