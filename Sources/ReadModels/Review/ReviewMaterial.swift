package import CivilTime
package import Domain
import Postgres

/// What happened in a period, in one department or in all, by when it was true; what stands open
/// is as the read models have it.
package struct ReviewMaterial: Sendable, Equatable {
  package var span: Span
  /// Nil: all of them.
  package var department: DepartmentCode?

  /// Cycles opened (planned, or begun as a journal), checked, and closed (acted or cancelled).
  package var opened: [CycleRow]
  package var checked: [CycleRow]
  package var closed: [CycleRow]
  /// Due by the period's last day and not finished within the period: open, or finished later.
  package var overdue: [CycleRow]
  /// Open cycles that were opened by the period's end.
  package var open: [CycleRow]
  /// Cycles with an action in the period, open or finished since.
  package var workedOn: [CycleRow]
  /// Every step that cycles took, in the order it was taken.
  package var steps: [CycleStepRow]
  package var obstacles: [ObstacleRow]
  package var actions: [ActionTally]

  package var kpis: [KPIProgress]
  package var acknowledgements: [SignalAcknowledgementRow]
  /// Proposed or tested in the period.
  package var hypotheses: [HypothesisRow]

  /// Drafted, validated or retired in the period.
  package var lessons: [LessonRow]
  package var adoptions: [AdoptionRow]
  package var reuses: [ReuseRow]
  /// Whole organization: validated lessons that wait for a training design.
  package var waitingLessons: [LessonRow]

  /// Raised or decided in the period.
  package var issues: [IssueRow]
  package var openIssues: [IssueRow]
  /// Made, done or withdrawn in the period.
  package var decisions: [ReviewDecisionRow]
  package var openDecisions: [PendingDecision]
  /// Of `decisions`.
  package var standings: [DecisionID: DecisionStanding] = [:]
  /// Whole organization: training sessions of the period.
  package var sessions: [SessionRow]

  /// True in the period, recorded after it ended.
  package var late: [LateEntry]

  /// Actions of the period before.
  package var earlierActions: [ActionTally] = []
  /// Actions to quote from: of each person those of a new kind, then those that took longest.
  package var written: [WrittenAction] = []
  /// When somebody last made a decision about a KPI, by the period's end.
  package var decidedOn: [KPIReference: Instant] = [:]
  /// KPIs of the vision in force.
  package var vision: Set<KPIReference> = []
  /// Checks made in the period, or whose observations changed in it, that rest on what isn't so any
  /// longer.
  package var revisedChecks: [CheckRevision] = []
  /// Use-case concepts that nobody who may invest has decided on.
  package var waitingConcepts: [ConceptRow] = []
  /// Whole organization: sessions of the period that people attended and that brought no concept.
  package var barrenSessions: [BarrenSession] = []
}

/// An action of the period in the words of whoever did it.
package struct WrittenAction: Sendable, Equatable {
  package var cycle: ItemID
  package var text: String
  package var minutes: Int?
  package var by: String
  package var occurredAt: Instant
  /// Whether the department logged nothing alike, but for numbers, in the three months before.
  package var isOfNewKind: Bool

  package init(
    cycle: ItemID, text: String, minutes: Int?, by: String, occurredAt: Instant, isOfNewKind: Bool
  ) {
    self.cycle = cycle
    self.text = text
    self.minutes = minutes
    self.by = by
    self.occurredAt = occurredAt
    self.isOfNewKind = isOfNewKind
  }
}

/// Actions of a period in one department; withdrawn ones don't count.
package struct ActionTally: Sendable, Equatable {
  package var department: DepartmentCode
  package var actions: Int
  /// Of the actions that say how long they took.
  package var minutes: Int
  /// Different people (or names) that acted.
  package var people: Int
}

/// A KPI with the period's observations, and the open cycles whose prediction they can be held
/// against.
package struct KPIProgress: Sendable, Equatable {
  package var kpi: KPIRow
  /// Periods that belong to the days, in order; a week by its Thursday.
  package var observations: [ObservationRow]
  package var predictions: [CycleRow]
}

/// Something recorded after the period in which it was true.
package struct LateEntry: Sendable, Equatable {
  package var department: DepartmentCode
  package var position: Int
  /// `action`, `observation`, or a `CycleStepKind`.
  package var kind: String
  /// A cycle's id or a KPI.
  package var subject: String
  package var text: String
  package var actor: Account
  package var occurredAt: Instant
  package var recordedAt: Instant
}

extension ReviewMaterial {
  /// Reads what happened in the span, in a department or in all.
  package static func read(
    _ span: Span, of department: DepartmentCode?, in view: View
  ) throws -> ReviewMaterial {
    let reader = MaterialReader(
      span: span, department: department,
      departments: try DepartmentLogs.codes(of: department, in: view), view: view)
    let open = try CycleQueries.list(
      CycleFilter(department: department, statuses: CycleStatus.open), in: view
    ).filter { $0.openedAt < span.end }
    let unfinished = open + (try reader.finishedLater())
    let decisions: [ReviewDecisionRow] = try reader.rows(
      timed: ["made_at", "done_at", "withdrawn_at"])
    return ReviewMaterial(
      span: span, department: department,
      opened: try reader.rows(timed: ["opened_at"]),
      checked: try reader.rows(timed: ["checked_at"]),
      closed: try reader.rows(timed: ["acted_at", "cancelled_at"]),
      overdue: unfinished.filter { $0.due.map { $0 <= span.days.last } ?? false }, open: open,
      workedOn: try reader.workedOn(),
      steps: try reader.rows(timed: ["occurred_at"]),
      obstacles: try reader.rows(timed: ["reported_at"]), actions: try reader.actions(in: span),
      kpis: try reader.progress(open),
      acknowledgements: try reader.rows(timed: ["acknowledged_at"]),
      hypotheses: try reader.rows(timed: ["proposed_at", "tested_at"]),
      lessons: try reader.rows(timed: ["drafted_at", "validated_at", "retired_at"]),
      adoptions: try reader.rows(timed: ["decided_at"]),
      reuses: try reader.rows(timed: ["measured_at"]),
      waitingLessons: try LessonQueries.waiting(in: view),
      issues: try reader.rows(timed: ["raised_at", "decided_at"]),
      openIssues: try IssueQueries.list(of: department, undecidedOnly: true, in: view),
      decisions: decisions,
      openDecisions: try ReviewQueries.openDecisions(of: department, in: view),
      standings: try ReviewQueries.standings(of: decisions.map(\.id), in: view),
      sessions: try reader.sessions(), late: try reader.late(),
      earlierActions: try reader.actions(in: span.before), written: try reader.written(),
      decidedOn: try reader.decidedOn(),
      vision: Set(
        try StrategyQueries.vision(in: view).map {
          try StrategyQueries.kpis(of: $0, in: view)
        } ?? []),
      revisedChecks: try CheckQueries.revisions(in: span, of: department, in: view),
      waitingConcepts: try ConceptQueries.list(of: department, status: .waiting, in: view),
      barrenSessions: try ConceptQueries.barrenSessions(within: span.days, in: view))
  }
}

/// The queries of one reading.
private struct MaterialReader {
  let span: Span
  let department: DepartmentCode?
  let departments: [String]
  let view: View

  /// Rows of which one of the columns is an instant within the span, in the order recorded.
  func rows<R: ReadRow>(timed columns: [String]) throws -> [R] {
    let alike = columns.map { "(\($0) >= $1::timestamptz AND \($0) < $2::timestamptz)" }
    return try view.rows(
      Query(
        sql: """
          SELECT \(R.columns()) FROM \(R.table)
          WHERE (\(alike.joined(separator: " OR "))) AND department = ANY($3::text[])
          ORDER BY department, "position"
          """,
        binds: [Bind(span.start.rfc3339), Bind(span.end.rfc3339), Bind(departments)]))
  }

  /// Cycles that were open at the span's end and aren't any longer.
  func finishedLater() throws -> [CycleRow] {
    try view.rows(
      """
      SELECT \(CycleRow.self) FROM cycle
      WHERE opened_at < \(span.end) AND (acted_at >= \(span.end) OR cancelled_at >= \(span.end))
        AND department = ANY(\(departments)::text[])
      ORDER BY department, number
      """)
  }

  func workedOn() throws -> [CycleRow] {
    try view.rows(
      """
      SELECT \(CycleRow.self) FROM cycle c
      WHERE department = ANY(\(departments)::text[]) AND EXISTS (
        SELECT FROM action a
        WHERE a.department = c.department AND a.cycle = c.number AND a.withdrawn_at IS NULL
          AND a.occurred_at >= \(span.start) AND a.occurred_at < \(span.end))
      ORDER BY department, number
      """)
  }

  func actions(in span: Span) throws -> [ActionTally] {
    try view.query(
      """
      SELECT department, count(*), coalesce(sum(minutes), 0)::bigint, count(DISTINCT acted_by)
      FROM action
      WHERE occurred_at >= \(span.start) AND occurred_at < \(span.end) AND withdrawn_at IS NULL
        AND department = ANY(\(departments)::text[])
      GROUP BY department ORDER BY department
      """
    ) { row in
      ActionTally(
        department: try row.value(0), actions: try row.int(1), minutes: try row.int(2),
        people: try row.int(3))
    }
  }

  /// Of each person at most so many.
  private static let mostOfOne = 3
  private static let daysOfKinds = 92

  func written() throws -> [WrittenAction] {
    try view.query(
      """
      WITH known AS (
        SELECT DISTINCT department, regexp_replace(text, '[0-9０-９]+', '', 'g') AS kind
        FROM action
        WHERE occurred_at < \(span.start)
          AND occurred_at >= \(span.start.adding(seconds: -Self.daysOfKinds * 86_400))
          AND withdrawn_at IS NULL AND department = ANY(\(departments)::text[])
      ), ranked AS (
        SELECT a.*, k.kind IS NULL AS is_new, row_number() OVER (
          PARTITION BY a.department, a.acted_by
          ORDER BY k.kind IS NULL DESC, a.minutes DESC NULLS LAST, a."position") AS place
        FROM action a LEFT JOIN known k ON k.department = a.department
          AND k.kind = regexp_replace(a.text, '[0-9０-９]+', '', 'g')
        WHERE a.occurred_at >= \(span.start) AND a.occurred_at < \(span.end)
          AND a.withdrawn_at IS NULL AND a.department = ANY(\(departments)::text[])
      )
      SELECT department, cycle, text, minutes, acted_by,
        \(unescaped: Instant.selecting("occurred_at")), is_new
      FROM ranked WHERE place <= \(Self.mostOfOne)
      ORDER BY department, "position"
      """
    ) { row in
      WrittenAction(
        cycle: ItemID(try row.value(0), .cycle, try row.int(1)), text: try row.text(2),
        minutes: try row.intIfPresent(3), by: try row.text(4), occurredAt: try row.value(5),
        isOfNewKind: try row.bool(6))
    }
  }

  func decidedOn() throws -> [KPIReference: Instant] {
    let made = try view.query(
      """
      SELECT about, \(unescaped: Instant.selecting("max(made_at)")) FROM review_decision
      WHERE about LIKE '%/%' AND made_at < \(span.end) GROUP BY about
      """
    ) { (KPIReference(try $0.text(0)), try $0.value(1) as Instant) }
    return made.reduce(into: [:]) { found, one in one.0.map { found[$0] = one.1 } }
  }

  /// Of the departments that it took over, too: whoever goes on with them goes on with their KPIs.
  func progress(_ open: [CycleRow]) throws -> [KPIProgress] {
    let taken =
      try department.map {
        try OrganizationQueries.takenOver(by: $0, before: span.end, in: view)
      } ?? []
    let departments = departments + taken.map(\.rawValue)
    let observations: [ObservationRow] = try view.rows(
      """
      SELECT \(ObservationRow.self) FROM observation o
      WHERE period BETWEEN \(span.days.first.adding(days: -6)) AND \(span.days.last)
        AND department = ANY(\(departments)::text[])
        AND period + (SELECT CASE k.cadence WHEN 'weekly' THEN 3 ELSE 0 END FROM kpi k
          WHERE k.department = o.department AND k.code = o.kpi)
          BETWEEN \(span.days.first) AND \(span.days.last)
      ORDER BY department, kpi, period
      """)
    let observed = Dictionary(grouping: observations) { KPIReference($0.department, $0.kpi) }
    let predictions = Dictionary(grouping: open.filter { $0.kpi != nil }) { $0.kpi! }
    let kpis =
      try KPIQueries.list(of: department, in: view)
      + taken.flatMap { try KPIQueries.list(of: $0, in: view) }
    return kpis.map { kpi in
      KPIProgress(
        kpi: kpi, observations: observed[kpi.reference] ?? [],
        predictions: predictions[kpi.reference] ?? [])
    }
  }

  func sessions() throws -> [SessionRow] {
    try view.rows(
      """
      SELECT \(SessionRow.self) FROM session
      WHERE date BETWEEN \(span.days.first) AND \(span.days.last)
      ORDER BY date, department, design, number
      """)
  }

  func late() throws -> [LateEntry] {
    try view.query(
      """
      SELECT department, "position", kind, subject, text, actor,
        \(unescaped: Instant.selecting("occurred_at")),
        \(unescaped: Instant.selecting("recorded_at"))
      FROM dated_entry
      WHERE occurred_at >= \(span.start) AND occurred_at < \(span.end)
        AND recorded_at >= \(span.end) AND department = ANY(\(departments)::text[])
      ORDER BY department, "position"
      """
    ) { row in
      LateEntry(
        department: try row.value(0), position: try row.int(1), kind: try row.text(2),
        subject: try row.text(3), text: try row.text(4), actor: try row.value(5),
        occurredAt: try row.value(6), recordedAt: try row.value(7))
    }
  }
}

extension Span {
  /// The month before a month; else as many days.
  package var before: Span {
    let last = days.first.adding(days: -1)
    let isMonth = days.first.day == 1 && days.last == days.first.endOfMonth
    let first = isMonth ? last.startOfMonth : days.first.adding(days: -days.days)
    return Span(DateSpan(first...last), in: zone)
  }
}
