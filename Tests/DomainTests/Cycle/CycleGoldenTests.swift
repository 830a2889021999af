import Testing

@testable import Domain

@Suite("Stored cycle events")
struct CycleGoldenTests {
  static let all: [Golden<CycleEvent>] = [
    Golden(
      .planned(.example), "CyclePlanned",
      #"{"baseline":12,"change":"ひな形を使う","due":"2026-03-31","kpi":"SALES/proposal-hours","#
        + #""lessonsConsulted":["SALES-L3"],"owner":"sato","predicted":8,"#
        + #""problem":"提案書に時間がかかる","title":"提案書の時短","#
        + #""windowEnd":"2026-03-31","windowStart":"2026-03-02"}"#),
    Golden(
      .planned(.ranged), "CyclePlanned",
      #"{"baseline":12,"change":"ひな形を使う","due":"2026-03-31","kpi":"SALES/proposal-hours","#
        + #""lessonsConsulted":["SALES-L3"],"owner":"sato","precedents":["SALES-3"],"predicted":8,"#
        + #""predictedHigh":9,"predictedLow":7,"problem":"提案書に時間がかかる","#
        + #""title":"提案書の時短","windowEnd":"2026-03-31","windowStart":"2026-03-02"}"#),
    Golden(.journalOpened(title: "Imported"), "JournalOpened", #"{"title":"Imported"}"#),
    Golden(
      .planAmended(PlanAmendment(predicted: 9, owner: "suzuki", reason: "Fewer people")),
      "PlanAmended", #"{"owner":"suzuki","predicted":9,"reason":"Fewer people"}"#),
    Golden(
      .planAmended(
        PlanAmendment(predicted: 9, reason: "Fewer people", predictedLow: 8, predictedHigh: 10)),
      "PlanAmended",
      #"{"predicted":9,"predictedHigh":10,"predictedLow":8,"reason":"Fewer people"}"#),
    Golden(
      .actionLogged(
        ActionEntry(text: "Wrote one", minutes: 30, link: "https://example.com/1", by: "田中")),
      "ActionLogged",
      #"{"by":"田中","link":"https://example.com/1","minutes":30,"text":"Wrote one"}"#),
    Golden(.actionLogged(ActionEntry(text: "Wrote")), "ActionLogged", #"{"text":"Wrote"}"#),
    Golden(
      .actionLogged(ActionEntry(text: "Wrote", byMachine: true)), "ActionLogged",
      #"{"byMachine":true,"text":"Wrote"}"#),
    Golden(
      .actionWithdrawn(action: 2, reason: "Twice"), "ActionWithdrawn",
      #"{"action":2,"reason":"Twice"}"#),
    Golden(.cancelled(reason: "No time"), "CycleCancelled", #"{"reason":"No time"}"#),
    Golden(
      .obstacleReported(obstacle: "No seat"), "ObstacleReported", #"{"obstacle":"No seat"}"#),
    Golden(
      .obstacleReported(obstacle: "No seat", byMachine: true), "ObstacleReported",
      #"{"byMachine":true,"obstacle":"No seat"}"#),
    Golden(
      .checked(.measured(8, verdict: .partly, computed: .met, reason: "Luck")), "CycleChecked",
      #"{"actual":8,"computed":"met","count":2,"overrideReason":"Luck","verdict":"partly"}"#),
    Golden(
      .checked(.notMeasured), "CycleChecked",
      #"{"notMeasuredReason":"System down","verdict":"notMeasured"}"#),
    Golden(
      .acted(choice: .adopt, why: "It works"), "CycleActed",
      #"{"choice":"adopt","why":"It works"}"#),
    Golden(
      .acted(choice: .adopt, why: "It works", overriding: .missed), "CycleActed",
      #"{"choice":"adopt","overriding":"missed","why":"It works"}"#),
    Golden(
      .checked(.filed), "CycleChecked",
      #"{"files":[{"name":"hours.xlsx","sha256":"0a0b"}],"notMeasuredReason":"System down","#
        + #""verdict":"notMeasured"}"#),
    Golden(.nextLinked(next: "SALES-13"), "NextCycleLinked", #"{"next":"SALES-13"}"#),
    Golden(
      .practiceStandardised(practice: "Template first", link: nil), "PracticeStandardised",
      #"{"practice":"Template first"}"#),
  ]

  @Test("keep their form", arguments: all)
  func kept(golden: Golden<CycleEvent>) throws { try golden.expectKept() }

  @Test("are all pinned, and read strictly")
  func complete() {
    #expect(Set(Self.all.map(\.type)) == CycleEvent.types)
    expectStrict(CycleEvent.self)
  }
}
