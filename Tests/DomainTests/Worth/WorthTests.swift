import CivilTime
import Testing

@testable import Domain

@Suite("What it is worth")
struct WorthTests {
  static let kpi: KPIReference = "ADMIN/invoice-hours"
  static let yen = Money(minorUnits: 4000, currency: "JPY")
  static let day: LocalDate = "2026-04-01"
  static let facts = WorthFacts(
    kpi: .example(), valueAreas: ["提案", "問い合わせ"], sessionExists: true,
    designIsApproved: true, isMember: true)

  static func value(
    _ amount: Int = 4000, _ currency: String = "JPY", times: Double? = nil
  ) -> UnitValue {
    UnitValue(
      kpi: kpi, amount: Money(minorUnits: amount, currency: currency), times: times, from: day,
      basis: "Wages")
  }

  private func command(_ event: WorthEvent) -> WorthCommand { WorthCommand(event) }

  @Test("A value is stated once, and amended with a reason only")
  func amended() {
    let first = WorthEvent.unitValueSet(Self.value(), reason: nil)
    let other = Self.value(4200)
    Worth.given().when(command(first), knowing: Self.facts).then(first)
    Worth.given(first).when(command(first), knowing: Self.facts).then()
    Worth.given(first)
      .when(command(.unitValueSet(other, reason: nil)), knowing: Self.facts)
      .thenRefused(.statedAlready(from: Self.day, amount: Self.yen))
    let amended = WorthEvent.unitValueSet(other, reason: "Corrected")
    Worth.given(first).when(command(amended), knowing: Self.facts).then(amended)
    var later = other
    later.from = "2026-10-01"
    let next = WorthEvent.unitValueSet(later, reason: nil)
    Worth.given(first).when(command(next), knowing: Self.facts).then(next)
  }

  @Test("A KPI that isn't there, or counts activity, has no value")
  func outcomes() {
    let wanted = command(.unitValueSet(Self.value(), reason: nil))
    Worth.given().when(wanted, knowing: WorthFacts()).thenRefused(.unknownKPI(Self.kpi))
    var activity = KPIDefinition.example()
    activity.kind = .activity
    Worth.given().when(wanted, knowing: WorthFacts(kpi: activity))
      .thenRefused(.countsActivity(Self.kpi, name: activity.name))
  }

  @Test(
    "An amount is more than nothing and in a currency that is one",
    arguments: [0, -1, (1 << 53) + 1])
  func amounts(amount: Int) {
    Worth.given()
      .when(command(.unitValueSet(Self.value(amount), reason: nil)), knowing: Self.facts)
      .thenRefused(.amountOutOfRange(Money(minorUnits: amount, currency: "JPY")))
    Worth.given()
      .when(command(.unitValueSet(Self.value(1, "XXX"), reason: nil)), knowing: Self.facts)
      .thenRefused(.malformedCurrency("XXX"))
  }

  @Test("All worth is stated in one currency")
  func currency() {
    var facts = Self.facts
    facts.currency = "JPY"
    Worth.given()
      .when(command(.unitValueSet(Self.value(5, "EUR"), reason: nil)), knowing: facts)
      .thenRefused(.otherCurrency(Money(minorUnits: 5, currency: "EUR"), known: "JPY"))
  }

  @Test("A unit arises a number of times that can be", arguments: [0, -1, 1e10, .infinity])
  func times(times: Double) {
    Worth.given()
      .when(
        command(.unitValueSet(Self.value(times: times), reason: nil)), knowing: Self.facts
      )
      .thenRefused(.timesOutOfRange(times))
  }

  @Test("Shares of value areas add up to one")
  func shares() {
    func shared(_ parts: (String, Double)...) -> WorthCommand {
      command(
        .areasShared(kpi: Self.kpi, shares: parts.map { AreaShare(area: $0.0, share: $0.1) }))
    }
    let whole = shared(("提案", 0.7), ("問い合わせ", 0.3))
    Worth.given().when(whole, knowing: Self.facts).then(whole.event)
    Worth.given(whole.event).when(whole, knowing: Self.facts).then()
    Worth.given().when(shared(("提案", 0.7), ("問い合わせ", 0.2)), knowing: Self.facts)
      .thenRefused(.sharesNotWhole(Self.kpi, sum: 0.8999999999999999))
    Worth.given().when(shared(("提案", 0.5), ("提案", 0.5)), knowing: Self.facts)
      .thenRefused(.areaNamedTwice("提案"))
    Worth.given().when(shared(("天気", 1)), knowing: Self.facts)
      .thenRefused(.unknownValueArea("天気", known: ["問い合わせ", "提案"].sorted()))
    Worth.given().when(shared(("提案", 1.5)), knowing: Self.facts)
      .thenRefused(.partOutOfRange(1.5))
    let none = shared()
    Worth.given().when(none, knowing: Self.facts).then()
    Worth.given(whole.event).when(none, knowing: Self.facts).then(none.event)
  }

  @Test("What a training cost in hours, got as subsidy and is held for is of one that was approved")
  func trainings() {
    let session = SessionID("HQ-D1", 2)
    Worth.given()
      .when(command(.sessionLengthStated(session: session, minutes: 60)), knowing: WorthFacts())
      .thenRefused(.unknownSession(session))
    Worth.given()
      .when(command(.sessionLengthStated(session: session, minutes: 1441)), knowing: Self.facts)
      .thenRefused(.minutesOutOfRange(1441))
    let tomorrow = Circumstances.person.today.adding(days: 1)
    Worth.given()
      .when(
        command(.subsidyReceived(design: "HQ-D1", amount: Self.yen, on: tomorrow, note: nil)),
        knowing: Self.facts
      )
      .thenRefused(.receivedAhead(on: tomorrow, today: Circumstances.person.today))
    let estimate = EffectEstimate(
      design: "HQ-D1", kpi: Self.kpi, account: "sato", share: 1.1, confidence: 0.5)
    Worth.given().when(command(.effectEstimated(estimate)), knowing: Self.facts)
      .thenRefused(.partOutOfRange(1.1))
    var stranger = Self.facts
    stranger.isMember = false
    Worth.given().when(command(.effectEstimated(estimate)), knowing: stranger)
      .thenRefused(.notMember("sato"))
  }

  @Test("A machine states no worth")
  func machine() {
    Worth.given()
      .when(
        command(.unitValueSet(Self.value(), reason: nil)), knowing: Self.facts, in: .machine
      )
      .thenRefused(.machineCannotState)
  }
}
