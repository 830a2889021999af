import CivilTime
import Domain
import Testing

@testable import ReadModels

@Suite("Projecting KPIs and issues")
struct KPIProjectionTests {
  private func kpi(_ events: KPIEvent...) -> [Happening] { events.map { .kpi(Sample.hours, $0) } }

  @Test("A correction changes the value, counts, and keeps the first")
  func correction() {
    let observed = rows(
      ObservationRow.self,
      after: kpi(
        .observationRecorded(Sample.observation("2026-03-02", 6)),
        .observationCorrected(Sample.observation("2026-03-02", 5), reason: "写し間違い"),
        .observationCorrected(Sample.observation("2026-03-02", 5.5), reason: "再集計")))
    #expect(observed.map(\.value) == [5.5])
    #expect(observed.map(\.firstValue) == [6])
    #expect(observed.map(\.corrections) == [2])
    #expect(observed.map(\.correctionReason) == ["再集計"])
    #expect(observed.map(\.recordedAt) == [Sample.hour(1)])
  }

  @Test("A second record of a period does not overwrite the first")
  func secondRecord() {
    let observed = rows(
      ObservationRow.self,
      after: kpi(
        .observationRecorded(Sample.observation("2026-03-02", 6)),
        .observationRecorded(Sample.observation("2026-03-02", 9))))
    #expect(observed.map(\.value) == [6])
  }

  @Test("The latest target is in force, all of them are kept")
  func targets() {
    let history = kpi(
      .defined(Sample.definition), .targetSet(target: 5, by: nil, reason: nil),
      .targetSet(target: 4, by: Sample.day("2026-06-30"), reason: "達した"))
    #expect(rows(KPIRow.self, after: history).map(\.target) == [4])
    #expect(rows(KPIRow.self, after: history).map(\.definition) == [Sample.definition])
    #expect(rows(KPITargetRow.self, after: history).map(\.target) == [5, 4])
  }

  @Test("Exclusions, rebases and baselines are marks in the order made")
  func marks() {
    let marks = rows(
      KPIMarkRow.self,
      after: kpi(
        .baselineFixed(
          from: Sample.day("2026-01-05"), to: Sample.day("2026-03-02"), reason: "安定"),
        .pointExcluded(period: Sample.day("2026-02-02"), reason: "停電"),
        .limitsRebased(at: Sample.day("2026-03-09"), cause: "ひな形", evidence: "SALES-1")))
    #expect(marks.map(\.kind) == [.baseline, .exclusion, .rebase])
    #expect(marks.map(\.last) == [Sample.day("2026-03-02"), nil, nil])
    #expect(marks.map(\.evidence) == [nil, nil, "SALES-1"])
  }

  @Test("A hypothesis stands untested until it is tested")
  func hypothesis() {
    let signal = SignalReference(rule: "shift", period: Sample.day("2026-03-02"))
    let proposed = kpi(
      .hypothesisProposed(
        number: 1, signal: signal, hypothesis: "繁忙期", byMachine: true, evidence: ["SALES@3"]))
    #expect(rows(HypothesisRow.self, after: proposed).map(\.accepted) == [nil])
    let tested = proposed + kpi(.hypothesisTested(number: 1, accepted: false, note: "違った"))
    #expect(rows(HypothesisRow.self, after: tested).map(\.accepted) == [false])
    #expect(rows(HypothesisRow.self, after: tested).map(\.byMachine) == [true])
  }

  @Test("An issue keeps who raised it and what was decided")
  func issue() {
    let issues = rows(
      IssueRow.self,
      after: [
        .issue(4, .raised(issue: "端末が足りない", to: .executive, cycle: nil)),
        .issue(4, .decided(decision: "10台買う", why: nil)),
      ])
    #expect(issues.map(\.id.description) == ["SALES-I4"])
    #expect(issues.map(\.raisedAt) == [Sample.hour(1)])
    #expect(issues.map(\.decision) == ["10台買う"])
  }
}
