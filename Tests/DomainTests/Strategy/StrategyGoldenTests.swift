import Testing

@testable import Domain

@Suite("Stored strategy events")
struct StrategyGoldenTests {
  static let all: [Golden<StrategyEvent>] = [
    Golden(
      .visionDeclared(statement: "Win", kpis: ["SALES/close-rate"]), "VisionDeclared",
      #"{"kpis":["SALES/close-rate"],"statement":"Win"}"#),
    Golden(
      .valueAreaChosen(
        name: "提案", investment: Money(minorUnits: 500_000, currency: "JPY"), why: "Big"),
      "ValueAreaChosen",
      #"{"investment":{"currency":"JPY","minorUnits":500000},"name":"提案","why":"Big"}"#),
    Golden(
      .valueAreaChosen(name: "提案", investment: nil, why: "Big"), "ValueAreaChosen",
      #"{"name":"提案","why":"Big"}"#),
    Golden(
      .trainingPolicySet(policy: "Practice", profile: "Askers"), "TrainingPolicySet",
      #"{"policy":"Practice","profile":"Askers"}"#),
    Golden(
      .policyRevised(
        policy: "Pairs", profile: "Askers", reason: "Learned", review: "HQ-2026-11",
        lessons: ["SALES-L3"]),
      "PolicyRevised",
      #"{"lessons":["SALES-L3"],"policy":"Pairs","profile":"Askers","reason":"Learned","#
        + #""review":"HQ-2026-11"}"#),
  ]

  @Test("keep their form", arguments: all)
  func kept(golden: Golden<StrategyEvent>) throws { try golden.expectKept() }

  @Test("are all pinned, and read strictly")
  func complete() {
    #expect(Set(Self.all.map(\.type)) == StrategyEvent.types)
    expectStrict(StrategyEvent.self)
  }
}
