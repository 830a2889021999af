import Testing

@testable import Domain

@Suite("Limits and points of a chart")
struct KPILimitsTests {
  let defined = KPIEvent.defined(.example())
  let baseline = KPIEvent.baselineFixed(from: "2026-01-05", to: "2026-02-23", reason: "Stable")
  let fix = KPICommand.fixBaseline(from: "2026-01-05", to: "2026-02-23", reason: "Stable")
  let rebase = KPICommand.rebase(at: "2026-02-02", cause: "New tool", evidence: "SALES-12")
  let rebased = KPIEvent.limitsRebased(
    at: "2026-02-02", cause: "New tool", evidence: "SALES-12")

  @Test("A baseline rests on six observed periods")
  func baselinePoints() {
    KPI.given(defined).when(fix, knowing: KPIFacts(kpi: .hours, observedPeriods: 6))
      .then(baseline)
    KPI.given(defined).when(fix, knowing: KPIFacts(kpi: .hours, observedPeriods: 5))
      .thenRefused(.tooFewPoints(.hours, observed: 5, needed: 6))
    KPI.given(defined, baseline).when(fix, knowing: .none).thenNothing()
  }

  @Test("A baseline ends after it starts")
  func baselineReversed() {
    KPI.given(defined)
      .when(
        .fixBaseline(from: "2026-02-23", to: "2026-01-05", reason: "Stable"),
        knowing: KPIFacts(kpi: .hours, observedPeriods: 6)
      )
      .thenRefused(.rangeReversed(.hours, from: "2026-02-23", to: "2026-01-05"))
  }

  @Test("A recorded point is excluded with a reason, once")
  func exclude() {
    let command = KPICommand.exclude(period: "2026-03-02", reason: "Holiday")
    let excluded = KPIEvent.pointExcluded(period: "2026-03-02", reason: "Holiday")
    KPI.given(defined).when(command, knowing: .recorded).then(excluded)
    KPI.given(defined, excluded).when(command, knowing: .recorded).thenNothing()
    KPI.given(defined, excluded)
      .when(.exclude(period: "2026-03-02", reason: "Storm"), knowing: .recorded)
      .thenRefused(.alreadyExcluded(.hours, period: "2026-03-02", reason: "Holiday"))
  }

  @Test("What is not recorded, or no period, is not excluded")
  func excludeNothing() {
    KPI.given(defined)
      .when(.exclude(period: "2026-03-02", reason: "Holiday"), knowing: .none)
      .thenRefused(.nothingRecorded(.hours, period: "2026-03-02"))
    KPI.given(defined)
      .when(.exclude(period: "2026-02-24", reason: "Holiday"), knowing: .none)
      .thenRefused(
        .periodStartsOn(
          .hours, asked: "2026-02-24", first: "2026-02-23", cadence: .weekly))
  }

  @Test("Limits are rebased for a cause and with evidence, once")
  func rebaseOnce() {
    KPI.given(defined).when(rebase, knowing: .none).then(rebased)
    KPI.given(defined, rebased).when(rebase, knowing: .none).thenNothing()
    KPI.given(defined, rebased)
      .when(.rebase(at: "2026-02-02", cause: "Luck", evidence: "None"), knowing: .none)
      .thenRefused(.alreadyRebased(.hours, at: "2026-02-02", cause: "New tool"))
    KPI.given(defined)
      .when(.rebase(at: "2026-02-02", cause: " ", evidence: "SALES-12"), knowing: .none)
      .thenRefused(.text(.empty(.cause)))
    KPI.given(defined)
      .when(.rebase(at: "2026-02-02", cause: "New tool", evidence: ""), knowing: .none)
      .thenRefused(.text(.empty(.evidence)))
  }

  @Test("Limits are rebased neither in the future nor inside a closed review")
  func rebaseWhen() {
    KPI.given(defined)
      .when(.rebase(at: "2026-03-03", cause: "New tool", evidence: "Plan"), knowing: .none)
      .thenRefused(.futurePeriod(.hours, period: "2026-03-03", today: "2026-03-02"))
    KPI.given(defined)
      .when(rebase, knowing: KPIFacts(kpi: .hours, closedReview: "SALES-2026-02"))
      .thenRefused(.insideClosedReview(.hours, at: "2026-02-02", review: "SALES-2026-02"))
  }

  @Test("A machine sets no limits and excludes no points")
  func machine() {
    let given = KPI.given(defined)
    given.when(fix, knowing: KPIFacts(kpi: .hours, observedPeriods: 6), in: .machine)
      .thenRefused(.machineCannotDecide(.hours, .bot, .fixBaseline))
    given.when(rebase, knowing: .none, in: .machine)
      .thenRefused(.machineCannotDecide(.hours, .bot, .rebase))
    given.when(
      .exclude(period: "2026-03-02", reason: "Holiday"), knowing: .recorded, in: .machine
    )
    .thenRefused(.machineCannotDecide(.hours, .bot, .exclude))
  }
}
