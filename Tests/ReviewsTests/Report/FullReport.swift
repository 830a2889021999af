import CivilTime

@testable import Domain
@testable import Presentation
@testable import ReadModels
@testable import Reviews

/// A month with something in every part, all of its stored texts the same.
enum FullReport {
  static func report(_ text: String) -> ReviewReport {
    let examples = ReviewExamples.self
    var material = examples.material(.month(YearMonth(iso: "2026-11")!))
    var cycle = examples.cycle(12, text)
    cycle.due = examples.day("2026-11-20")
    material.opened = [cycle]
    material.overdue = [cycle]
    material.open = [cycle, checked(text)]
    material.checked = [checked(text)]
    material.obstacles = [obstacle(text)]
    material.actions = [
      ActionTally(department: examples.sales, actions: 1_234, minutes: 5_678, people: 9)
    ]
    material.hypotheses = [hypothesis(text)]
    material.issues = [examples.issue(text)]
    material.openIssues = material.issues
    material.openDecisions = [decision(text)]
    material.lessons = [lesson(text)]
    material.late = [late(text)]
    return ReviewReport(
      review: ReviewID("SALES-2026-11")!, name: text, isWhole: false, material: material,
      kpis: [kpi(text)], drafts: [lesson(text)], rollOuts: [rollOut(text)],
      training: training(text),
      analysis: MonthlyAnalysis(
        coverage: [
          LayerCoverage(department: examples.sales, layer: .field, people: 17, trained: 13)
        ],
        reuse: ReuseRate(lessons: 8, reused: 3, rate: 0.375),
        leadTimes: [CycleLeadTime(cycle: cycle.id, checkToAct: 36, planToAct: 240)]))
  }

  static func cut(_ audience: Audience?, _ text: String) -> ReviewReport {
    audience.map { report(text).cut(for: $0, related: [related(text)]) } ?? report(text)
  }

  private static func related(_ text: String) -> RelatedLesson {
    RelatedLesson(lesson(text), like: ItemID("SALES-12")!)
  }

  private static func kpi(_ text: String) -> ReviewKPI {
    let base = ReviewExamples.kpi(
      [14, 20, 14, 20, 14, 20, 14, 20, 14, 20, 14, 20, 14, 20, 45], name: text)
    var row = base.kpi
    row.unit = text
    let session = session(text, "2026-11-17")
    let chart = KPIChart(
      kpi: row, observations: base.chart.observations, marks: [], acknowledgements: [],
      chart: base.chart.chart,
      surroundings: ChartSurroundings(
        cycles: [
          ChartedCycle(
            checked(text).id, title: text, plannedAt: ReviewExamples.instant("2026-10-20"))
        ], trainings: [session], in: ReviewExamples.zone))
    return ReviewKPI(chart, base.progress)
  }

  private static func checked(_ text: String) -> CycleRow {
    var cycle = ReviewExamples.cycle(7, text)
    cycle.status = .checked
    cycle.verdict = .met
    cycle.plannedAt = ReviewExamples.instant("2026-10-20")
    cycle.due = ReviewExamples.day("2026-12-20")
    return cycle
  }

  private static func obstacle(_ text: String) -> ObstacleRow {
    var row = ObstacleRow()
    row.department = ReviewExamples.sales
    row.cycle = 12
    row.obstacle = text
    return row
  }

  private static func hypothesis(_ text: String) -> HypothesisRow {
    var row = HypothesisRow()
    row.department = ReviewExamples.sales
    row.kpi = KPICode("hours")!
    row.hypothesis = text
    return row
  }

  static func decision(_ text: String) -> PendingDecision {
    var decision = ReviewExamples.decision(due: "2026-11-20")
    decision.decision = text
    return decision
  }

  private static func lesson(_ text: String) -> LessonRow {
    var row = LessonRow()
    row.department = DepartmentCode("HQ")!
    row.number = 3
    row.title = text
    row.suggestion = text
    row.kind = .success
    row.draftedAt = ReviewExamples.instant("2026-11-12")
    return row
  }

  private static func rollOut(_ text: String) -> LessonRollOutRow {
    var row = LessonRollOutRow()
    row.department = DepartmentCode("HQ")!
    row.lesson = 3
    row.proposedTo = ReviewExamples.sales
    row.why = text
    row.proposedAt = ReviewExamples.instant("2026-11-13")
    return row
  }

  private static func late(_ text: String) -> LateEntry {
    LateEntry(
      department: ReviewExamples.sales, position: 4, kind: "action", subject: "SALES-12",
      text: text, actor: Account("suzuki")!, occurredAt: ReviewExamples.instant("2026-11-12"),
      recordedAt: ReviewExamples.instant("2026-12-02"))
  }

  private static func session(_ text: String, _ day: String) -> SessionRow {
    var row = SessionRow()
    row.department = DepartmentCode("HQ")!
    row.design = 2
    row.number = 1
    row.date = ReviewExamples.day(day)
    row.layers = [.promoter, .field]
    row.title = text
    return row
  }

  private static func training(_ text: String) -> ReviewTraining {
    var note = EvaluationRow()
    note.level = 1
    note.note = text
    var score = EvaluationRow()
    score.level = 2
    score.score = 87.5
    var design = DesignRow()
    design.department = DepartmentCode("HQ")!
    design.number = 5
    design.title = text
    return ReviewTraining(
      sessions: [
        SessionOutcome(
          session: session(text, "2026-11-17"), attended: 21, evaluations: [note, score])
      ],
      coming: [session(text, "2026-12-08")], drafts: [design],
      costs: [Money(minorUnits: 345_000, currency: "JPY")])
  }
}
