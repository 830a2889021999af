import CanonicalJSON
import Testing

@testable import Domain

@Suite("The strategy")
struct StrategyTests {
  let facts = StrategyFacts(
    kinds: ["SALES/close-rate": .outcome, "SALES/logins": .activity],
    reviews: ["HQ-2026-11"], lessons: ["SALES-L3"])
  let vision = StrategyEvent.visionDeclared(
    statement: "Win more", kpis: ["SALES/close-rate", "SALES/logins"])
  let policy = StrategyEvent.trainingPolicySet(policy: "Practice first", profile: "Askers")

  @Test("A vision names KPIs, an outcome among them")
  func declare() {
    Strategy.given()
      .when(
        .declareVision(statement: "Win more", kpis: ["SALES/close-rate", "SALES/logins"]),
        knowing: facts
      )
      .then(vision)
  }

  @Test("The same vision again does nothing, another one replaces it")
  func declareTwice() {
    let given = Strategy.given(vision)
    given.when(
      .declareVision(statement: "Win more", kpis: ["SALES/close-rate", "SALES/logins"]),
      knowing: facts
    )
    .thenNothing()
    given.when(
      .declareVision(statement: "Win", kpis: ["SALES/close-rate"]), knowing: facts
    )
    .then(.visionDeclared(statement: "Win", kpis: ["SALES/close-rate"]))
  }

  @Test("A vision whose KPIs count activity only is refused")
  func activityOnly() {
    Strategy.given()
      .when(.declareVision(statement: "Use it", kpis: ["SALES/logins"]), knowing: facts)
      .thenRefused(.visionCountsActivityOnly(["SALES/logins"]))
  }

  @Test("A vision without KPIs, with unknown or repeated ones is refused")
  func visionKPIs() {
    func declare(_ kpis: KPIReference...) -> Outcome<Strategy> {
      Strategy.given().when(.declareVision(statement: "Win", kpis: kpis), knowing: facts)
    }
    declare().thenRefused(.visionWithoutKPI)
    declare("SALES/close-rat").thenRefused(.unknownKPI("SALES/close-rat"))
    declare("SALES/close-rate", "SALES/close-rate")
      .thenRefused(.kpiNamedTwice("SALES/close-rate"))
  }

  @Test("A value area is chosen once")
  func valueArea() {
    let money = Money(minorUnits: 500_000, currency: "JPY")
    let chosen = StrategyEvent.valueAreaChosen(name: "Proposals", investment: money, why: "Big")
    let command = StrategyCommand.chooseValueArea(
      name: "Proposals", investment: money, why: "Big")
    Strategy.given().when(command, knowing: facts).then(chosen)
    Strategy.given(chosen).when(command, knowing: facts).thenNothing()
    Strategy.given(chosen)
      .when(.chooseValueArea(name: "PROPOSALS", investment: nil, why: "New"), knowing: facts)
      .thenRefused(.valueAreaExists(name: "Proposals"))
  }

  @Test("An investment is 0 or more", arguments: [-1, Int.min, (1 << 53) + 1])
  func investment(amount: Int) {
    let money = Money(minorUnits: amount, currency: "JPY")
    let command = StrategyCommand.chooseValueArea(name: "A", investment: money, why: "B")
    Strategy.given().when(command, knowing: facts).thenRefused(.investmentOutOfRange(money))
    #expect(command.content.object?["investment"] != nil)
  }

  @Test("A currency is three capital letters", arguments: ["", "yen", "JP", "JPYY", "円円円"])
  func currency(text: String) {
    let money = Money(minorUnits: 0, currency: text)
    Strategy.given()
      .when(.chooseValueArea(name: "A", investment: money, why: "B"), knowing: facts)
      .thenRefused(.malformedCurrency(text))
  }

  @Test("A policy is set once and then revised")
  func policySet() {
    let command = StrategyCommand.setPolicy(policy: "Practice first", profile: "Askers")
    Strategy.given().when(command, knowing: facts).then(policy)
    Strategy.given(policy).when(command, knowing: facts).thenNothing()
    Strategy.given(policy)
      .when(.setPolicy(policy: "Theory first", profile: "Askers"), knowing: facts)
      .thenRefused(.policyAlreadySet)
  }

  @Test("A revision has a reason, and says what it rests on")
  func revise() {
    func revise(
      reason: String = "Learned", review: ReviewID? = nil, lessons: [ItemID] = []
    ) -> StrategyCommand {
      .revisePolicy(
        policy: "Pairs", profile: "Askers", reason: reason, review: review, lessons: lessons)
    }
    let given = Strategy.given(policy)
    let revised = StrategyEvent.policyRevised(
      policy: "Pairs", profile: "Askers", reason: "Learned", review: "HQ-2026-11",
      lessons: ["SALES-L3"])
    given.when(revise(review: "HQ-2026-11", lessons: ["SALES-L3"]), knowing: facts)
      .then(revised)
    Strategy.given(policy, revised).when(revise(), knowing: facts).thenNothing()
    given.when(revise(reason: ""), knowing: facts).thenRefused(.text(.empty(.reason)))
    given.when(revise(review: "HQ-2026-10"), knowing: facts)
      .thenRefused(.unknownReview("HQ-2026-10"))
    given.when(revise(lessons: ["SALES-L9"]), knowing: facts)
      .thenRefused(.unknownLesson("SALES-L9"))
    Strategy.given().when(revise(), knowing: facts).thenRefused(.policyNotSet)
  }
}
