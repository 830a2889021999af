import Testing

@testable import Domain

@Suite("Stored KPI events")
struct KPIGoldenTests {
  static let all: [Golden<KPIEvent>] = [
    Golden(
      .defined(.example()), "KPIDefined",
      #"{"cadence":"weekly","direction":"down","kind":"outcome","measure":"value","#
        + #""name":"提案書作成時間","unit":"h"}"#),
    Golden(
      .targetSet(target: 8.5, by: "2026-06-30", reason: nil), "TargetSet",
      #"{"by":"2026-06-30","target":8.5}"#),
    Golden(
      .observationRecorded(Observation(period: "2026-03-02", value: 7, denominator: 50)),
      "ObservationRecorded", #"{"denominator":50,"period":"2026-03-02","value":7}"#),
    Golden(
      .observationCorrected(Observation(period: "2026-03-02", value: 0.1), reason: "Typo"),
      "ObservationCorrected", #"{"period":"2026-03-02","reason":"Typo","value":0.1}"#),
    Golden(.retired(reason: "Replaced"), "KPIRetired", #"{"reason":"Replaced"}"#),
    Golden(
      .baselineFixed(from: "2026-01-05", to: "2026-02-23", reason: "Stable"), "BaselineFixed",
      #"{"from":"2026-01-05","reason":"Stable","to":"2026-02-23"}"#),
    Golden(
      .pointExcluded(period: "2026-03-02", reason: "Holiday"), "PointExcluded",
      #"{"period":"2026-03-02","reason":"Holiday"}"#),
    Golden(
      .limitsRebased(at: "2026-02-02", cause: "New tool", evidence: "SALES-12"),
      "LimitsRebased", #"{"at":"2026-02-02","cause":"New tool","evidence":"SALES-12"}"#),
    Golden(
      .signalAcknowledged(.shift, note: "Seen"), "SignalAcknowledged",
      #"{"note":"Seen","signal":{"period":"2026-02-23","rule":"shift"}}"#),
    Golden(
      .hypothesisProposed(
        number: 1, signal: .shift, hypothesis: "Templates", byMachine: true,
        evidence: ["SALES@120"]),
      "HypothesisProposed",
      #"{"byMachine":true,"evidence":["SALES@120"],"hypothesis":"Templates","number":1,"#
        + #""signal":{"period":"2026-02-23","rule":"shift"}}"#),
    Golden(
      .hypothesisProposed(
        number: 2, signal: .shift, hypothesis: "Training", byMachine: false, evidence: [],
        cause: .training),
      "HypothesisProposed",
      #"{"byMachine":false,"cause":"training","evidence":[],"hypothesis":"Training","#
        + #""number":2,"signal":{"period":"2026-02-23","rule":"shift"}}"#),
    Golden(
      .hypothesisTested(number: 1, accepted: false, note: "No"), "HypothesisTested",
      #"{"accepted":false,"note":"No","number":1}"#),
    Golden(
      .proposalDeclined(cycle: "SALES-3", rule: "likeProblem", reason: "Other customers"),
      "ProposalDeclined",
      #"{"cycle":"SALES-3","reason":"Other customers","rule":"likeProblem"}"#),
  ]

  @Test("keep their form", arguments: all)
  func kept(golden: Golden<KPIEvent>) throws { try golden.expectKept() }

  @Test("are all pinned, and read strictly")
  func complete() {
    #expect(Set(Self.all.map(\.type)) == KPIEvent.types)
    expectStrict(KPIEvent.self)
  }
}
