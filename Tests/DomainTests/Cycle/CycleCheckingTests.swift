import Testing

@testable import Domain

@Suite("Checking")
struct CycleCheckingTests {
  func check(
    _ finding: CheckRequest.Finding, _ facts: CycleFacts = .well(),
    in circumstances: Circumstances = .person
  ) -> Outcome<Cycle> {
    Cycle.given(.planned)
      .when(.check(CheckRequest(finding)), knowing: facts, in: circumstances)
  }

  let confirmed = CheckRequest.Finding.measured(
    verdict: nil, overrideReason: nil, evidence: nil)

  @Test("The mean of the window gives the verdict")
  func measured() {
    check(confirmed).then(.checked(.measured(8, verdict: .met)))
    check(confirmed, .well(observations: [9, 10]))
      .then(.checked(.measured(9.5, verdict: .partly)))
    check(confirmed, .well(observations: [12, 13]))
      .then(.checked(.measured(12.5, verdict: .missed)))
  }

  @Test("Evidence and note stay with the check")
  func evidence() {
    let request = CheckRequest(
      .measured(verdict: .met, overrideReason: "Agreed", evidence: "Sheet"), note: "Good")
    Cycle.given(.planned).when(.check(request), knowing: .well()).then(
      .checked(
        CycleCheck(
          measurement: .measured(actual: 8, count: 2, computed: .met, evidence: "Sheet"),
          verdict: .met, note: "Good")))
  }

  @Test("Nothing is checked that wasn't done")
  func noActions() {
    var facts = CycleFacts.well()
    facts.liveActions = 0
    check(confirmed, facts).thenRefused(.noActions(.cycle))
    check(.notMeasured(reason: "System down"), facts).thenRefused(.noActions(.cycle))
  }

  @Test("A check without observations says why it could not be measured")
  func noObservations() {
    let facts = CycleFacts.well(observations: [])
    check(confirmed, facts).thenRefused(
      .noObservations(
        .cycle, kpi: .hours, name: "提案書作成時間", from: "2026-03-02", to: "2026-03-31"))
    check(.notMeasured(reason: "System down"), facts).then(.checked(.notMeasured))
    check(.notMeasured(reason: ""), facts).thenRefused(.text(.empty(.reason)))
  }

  @Test("A person overrides the verdict with a reason")
  func override() {
    func override(_ verdict: Verdict, _ reason: String?) -> CheckRequest.Finding {
      .measured(verdict: verdict, overrideReason: reason, evidence: nil)
    }
    check(override(.partly, "Easy month"))
      .then(.checked(.measured(8, verdict: .partly, computed: .met, reason: "Easy month")))
    check(override(.partly, nil)).thenRefused(
      .overrideWithoutReason(
        .cycle, asked: .partly, computed: .met, actual: 8, predicted: 8))
    check(override(.partly, "")).thenRefused(.text(.empty(.reason)))
    check(override(.notMeasured, "Lazy")).thenRefused(.measuredVerdictMissing(.cycle))
    check(override(.partly, "Easy month"), in: .machine)
      .thenRefused(.machineCannotDecide(.cycle, .bot, .check))
  }

  @Test("A machine confirms no verdict, and doesn't say that nothing was measured")
  func machine() {
    check(confirmed, in: .machine).thenRefused(.machineCannotDecide(.cycle, .bot, .check))
    check(.notMeasured(reason: "System down"), .well(observations: []), in: .machine)
      .thenRefused(.machineCannotDecide(.cycle, .bot, .check))
  }

  @Test("A retired KPI is still compared with, an unknown one isn't")
  func kpi() {
    var facts = CycleFacts.well()
    facts.kpi = .retired(.example())
    check(confirmed, facts).then(.checked(.measured(8, verdict: .met)))
    facts.kpi = .unknown
    check(confirmed, facts).thenRefused(.unknownKPI(.hours))
  }

  @Test("A cycle is checked once, after its plan, and a journal not at all")
  func order() {
    func check(_ events: [CycleEvent]) -> Outcome<Cycle> {
      Cycle.given(events).when(.check(.confirmed), knowing: .well())
    }
    check([]).thenRefused(.unknownCycle(.cycle))
    check(.journal).thenRefused(.journalNotPlanned(.cycle, .check))
    check(.checked).thenRefused(.alreadyChecked(.cycle, verdict: .met, .check))
    check(.adopted).thenRefused(.alreadyActed(.cycle, choice: .adopt, .check))
    check(.cancelled).thenRefused(.cancelled(.cycle, reason: "No time", .check))
  }
}
