import CivilTime

@testable import Domain
@testable import ReadModels
@testable import Reviews
@testable import Statistics

/// A week of the sales department, small enough to be pinned.
enum ReviewExamples {
  static let sales = DepartmentCode("SALES")!
  static let week = ReviewID("SALES-2026-W47")!
  static let zone = TimeZoneRules.utc

  static func day(_ text: String) -> LocalDate { LocalDate(iso: text)! }
  static func instant(_ text: String) -> Instant { zone.start(of: day(text)) }

  static func material(_ period: ReviewPeriod = week.period) -> ReviewMaterial {
    ReviewMaterial(
      span: Span(DateSpan(period.firstDay...period.lastDay), in: zone), department: sales,
      opened: [], checked: [], closed: [], overdue: [], open: [], workedOn: [], steps: [],
      obstacles: [],
      actions: [], kpis: [], acknowledgements: [], hypotheses: [], lessons: [], adoptions: [],
      reuses: [], waitingLessons: [], issues: [], openIssues: [], decisions: [],
      openDecisions: [], sessions: [], late: [])
  }

  static func report(
    _ material: ReviewMaterial = material(), kpis: [ReviewKPI] = []
  ) -> ReviewReport {
    ReviewReport(review: week, name: "Sales", isWhole: false, material: material, kpis: kpis)
  }

  static func cycle(_ number: Int, _ title: String) -> CycleRow {
    var row = CycleRow()
    row.department = sales
    row.number = number
    row.title = title
    row.status = .doing
    row.owner = Account("suzuki")
    row.due = day("2026-11-20")
    row.actions = 2
    row.openedAt = instant("2026-11-02")
    row.lastActivity = instant("2026-11-18")
    return row
  }

  static func issue(_ text: String) -> IssueRow {
    var row = IssueRow()
    row.department = sales
    row.number = 4
    row.issue = text
    row.raisedTo = .executive
    row.raisedAt = instant("2026-11-17")
    return row
  }

  static func decision(due: String) -> PendingDecision {
    PendingDecision(
      id: DecisionID("SALES-2026-W46.1")!, decision: "Train the east team",
      owner: Account("suzuki")!, about: nil, madeAt: instant("2026-11-16"),
      madeBy: Account("suzuki")!, firstDue: day(due), due: day(due), carried: 0)
  }

  /// Weekly values that end with the week of the review; higher is worse.
  static func kpi(
    _ values: [Double], name: String = "Hours", code: String = "hours"
  ) -> ReviewKPI {
    var row = KPIRow()
    row.department = sales
    row.code = KPICode(code)!
    row.name = name
    row.unit = "hours"
    row.direction = .down
    row.cadence = .weekly
    row.kind = .outcome
    row.measure = .value
    row.target = 10
    let last = week.period.firstDay
    let observations = values.enumerated().map { index, value in
      var observation = ObservationRow()
      observation.department = sales
      observation.kpi = row.code
      observation.period = last.adding(days: -7 * (values.count - 1 - index))
      observation.value = value
      return observation
    }
    let input = ChartInput(
      observations.map { Statistics.Observation(period: $0.period.dayNumber, value: $0.value) },
      cadence: .weekly)
    let chart = try! Chart(input, options: ChartOptions(row, [], [], profile: .nhsMDC))
    return ReviewKPI(
      KPIChart(
        kpi: row,
        observations: observations.map { ObservedPoint(period: $0.period, value: $0.value) },
        marks: [], acknowledgements: [], chart: chart, surroundings: .none),
      KPIProgress(kpi: row, observations: observations.suffix(1), predictions: []))
  }

  /// Twenty-two quiet weeks, then one far above them.
  static let alarming = kpi((0..<22).map { $0 % 2 == 0 ? 14 : 20 } + [45])

  /// One of everything that the summary speaks of.
  static var busy: ReviewReport {
    var material = material()
    material.overdue = [cycle(12, "Templates")]
    material.open = material.overdue
    material.actions = [ActionTally(department: sales, actions: 3, minutes: 75, people: 2)]
    material.openDecisions = [decision(due: "2026-11-20")]
    material.issues = [issue("No time for training")]
    material.openIssues = material.issues
    return report(material, kpis: [alarming])
  }
}
