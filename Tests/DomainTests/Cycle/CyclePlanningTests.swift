import CivilTime
import Testing

@testable import Domain

@Suite("Planning a cycle")
struct CyclePlanningTests {
  func plan(
    _ facts: CycleFacts = .well(), change: (inout PlanRequest) -> Void = { _ in }
  ) -> Outcome<Cycle> {
    var request = PlanRequest.example
    change(&request)
    return Cycle.given().when(.plan(request), knowing: facts)
  }

  @Test("A plan starts from the KPI's level; window and owner fill in")
  func planned() {
    plan().then(.planned(.example))
  }

  @Test("A plan without KPI, numeric prediction or due date is refused")
  func incomplete() {
    plan { $0.kpi = nil }.thenRefused(.planIncomplete(.cycle, missing: [.kpi]))
    plan {
      $0.predicted = nil
      $0.due = nil
    }
    .thenRefused(.planIncomplete(.cycle, missing: [.prediction, .due]))
  }

  @Test("A prediction is a number", arguments: [Double.nan, .infinity])
  func predictionNotFinite(predicted: Double) {
    plan { $0.predicted = predicted }.thenRefused(.predictionNotFinite)
  }

  @Test("A prediction of a proportion lies in 0…1")
  func proportion() {
    var facts = CycleFacts.well()
    facts.kpi = .present(.example(measure: .proportion))
    plan(facts).thenRefused(.predictionOutsideProportion(.hours, predicted: 8))
    var expected = CyclePlan.example
    expected.predicted = 0.35
    plan(facts) { $0.predicted = 0.35 }.then(.planned(expected))
  }

  @Test("The KPI exists and is not retired")
  func kpi() {
    var facts = CycleFacts.well()
    facts.kpi = .unknown
    plan(facts).thenRefused(.unknownKPI(.hours))
    facts.kpi = .retired(.example())
    plan(facts).thenRefused(.kpiRetired(.hours, name: "提案書作成時間"))
  }

  @Test("A cycle is due on the day of its plan or later")
  func due() {
    plan { $0.due = "2026-03-01" }
      .thenRefused(.dueInPast(due: "2026-03-01", today: "2026-03-02"))
    var expected = CyclePlan.example
    expected.due = "2026-03-02"
    expected.windowEnd = "2026-03-02"
    plan { $0.due = "2026-03-02" }.then(.planned(expected))
  }

  @Test("A plan of an earlier day may be due in what is past by now")
  func backdated() throws {
    var request = PlanRequest.example
    request.due = "2026-01-31"
    let circumstances = Circumstances(
      department: .sales, actor: .sato, occurredAt: .noon(on: "2026-01-05"),
      today: "2026-01-05")
    let events = try Cycle.given().when(.plan(request), knowing: .well(), in: circumstances)
      .result.get()
    #expect(events.count == 1)
  }

  @Test("A window ends after it starts and starts before the due date")
  func window() {
    plan {
      $0.windowStart = "2026-03-20"
      $0.windowEnd = "2026-03-10"
    }
    .thenRefused(.windowReversed(start: "2026-03-20", end: "2026-03-10"))
    plan {
      $0.windowStart = "2026-04-01"
      $0.windowEnd = "2026-04-30"
    }
    .thenRefused(.dueBeforeWindow(due: "2026-03-31", windowStart: "2026-04-01"))
  }

  @Test("The owner is a member")
  func owner() {
    var facts = CycleFacts.well()
    facts.ownerIsMember = false
    plan(facts) { $0.owner = "tanaka" }.thenRefused(.ownerNotMember("tanaka"))
    plan(facts).thenRefused(.ownerNotMember(.sato))
  }

  @Test("The same plan again does nothing, whatever the KPI does since; another is refused")
  func planTwice() {
    var facts = CycleFacts.well()
    facts.baseline = 11
    Cycle.given(.planned).when(.plan(.example), knowing: facts).thenNothing()
    var other = PlanRequest.example
    other.predicted = 7
    Cycle.given(.planned).when(.plan(other), knowing: facts)
      .thenRefused(.alreadyPlanned(.cycle, title: "提案書の時短"))
  }

  @Test("A journal becomes a planned cycle")
  func journal() {
    Cycle.given().when(.openJournal(title: "Imported"), knowing: .well())
      .then(.journalOpened(title: "Imported"))
    Cycle.given(.journal).when(.plan(.example), knowing: .well()).then(.planned(.example))
    Cycle.given(.journal).when(.openJournal(title: "Imported"), knowing: .well())
      .thenNothing()
    Cycle.given(.journal).when(.openJournal(title: "Other"), knowing: .well())
      .thenRefused(.journalAlreadyOpen(.cycle, title: "Imported"))
    Cycle.given(.planned).when(.openJournal(title: "Other"), knowing: .well())
      .thenRefused(.alreadyPlanned(.cycle, title: "提案書の時短"))
  }

  @Test("An amendment records what changes, and why; the original event stays")
  func amend() {
    let amendment = PlanAmendment(title: "提案書の時短", predicted: 9, reason: "Fewer people")
    Cycle.given(.planned).when(.amend(amendment), knowing: .well())
      .then(.planAmended(PlanAmendment(predicted: 9, reason: "Fewer people")))
    let amended = Cycle.given(
      .planned + [.planAmended(PlanAmendment(predicted: 9, reason: "Fewer people"))])
    amended.when(.amend(amendment), knowing: .well()).thenNothing()
    guard case .planned(let plan) = amended.state else {
      Testing.Issue.record("not planned")
      return
    }
    #expect(plan.predicted == 9)
    #expect(amended.events.first == .planned(.example))
  }

  @Test("An amendment gives a reason and changes something possible")
  func amendRefused() {
    func amend(_ amendment: PlanAmendment, _ facts: CycleFacts = .well()) -> Outcome<Cycle> {
      Cycle.given(.planned).when(.amend(amendment), knowing: facts)
    }
    amend(PlanAmendment(predicted: 9, reason: " ")).thenRefused(.text(.empty(.reason)))
    amend(PlanAmendment(reason: "Why not")).thenRefused(.nothingToAmend(.cycle))
    amend(PlanAmendment(predicted: .nan, reason: "Odd")).thenRefused(.predictionNotFinite)
    amend(PlanAmendment(due: "2026-02-28", reason: "Done"))
      .thenRefused(.dueInPast(due: "2026-02-28", today: "2026-03-02"))
    amend(PlanAmendment(windowEnd: "2026-03-01", reason: "Short"))
      .thenRefused(.windowReversed(start: "2026-03-02", end: "2026-03-01"))
    amend(PlanAmendment(windowStart: "2026-04-01", windowEnd: "2026-04-30", reason: "Later"))
      .thenRefused(.dueBeforeWindow(due: "2026-03-31", windowStart: "2026-04-01"))
    amend(PlanAmendment(owner: "tanaka", reason: "Moved"), CycleFacts(cycle: .cycle))
      .thenRefused(.ownerNotMember("tanaka"))
  }
}
