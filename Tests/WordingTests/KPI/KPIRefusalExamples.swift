import CivilTime

@testable import Domain

extension KPIRefusal {
  static let hours = KPIReference("SALES/proposal-hours")!
  static let monday = LocalDate(iso: "2026-03-02")!
  static let sunday = LocalDate(iso: "2026-03-08")!

  /// One of each case.
  static let examples: [KPIRefusal] =
    [
      .text(.tooLong(.reason, length: 10_001, limit: 10_000)), .undefined(hours),
      .alreadyDefined(hours, name: "提案書作成時間"),
      .retired(hours, name: "提案書作成時間", reason: "別の指標に統合"), .targetNotFinite(hours),
      .targetOutsideProportion(hours, target: 35), .valueNotFinite(hours),
      .unknownPrecedent(hours, ItemID("SALES-3")!),
      .outOfRange(hours, number: 1e200), .valueNegative(hours, value: -1),
      .valueNotWhole(hours, value: 1.5),
      .denominatorMissing(hours), .denominatorUnexpected(hours),
      .denominatorNotPositive(hours, denominator: 0),
      .valueAboveDenominator(hours, value: 8, denominator: 7),
      .periodStartsOn(hours, asked: sunday, first: monday, cadence: .weekly),
      .futurePeriod(hours, period: sunday, today: monday),
      .alreadyRecorded(
        hours, recorded: Observation(period: monday, value: 12),
        asked: Observation(period: monday, value: 12.5)),
      .alreadyRecorded(
        hours, recorded: Observation(period: monday, value: 7, denominator: 50),
        asked: Observation(period: monday, value: 8, denominator: 50)),
      .nothingRecorded(hours, period: monday), .rangeReversed(hours, from: sunday, to: monday),
      .tooFewPoints(hours, observed: 5, needed: 6),
      .alreadyExcluded(hours, period: monday, reason: "祝日"),
      .alreadyRebased(hours, at: monday, cause: "新しいひな形"),
      .insideClosedReview(hours, at: monday, review: ReviewID("SALES-2026-W10")!),
      .unknownSignal(hours, SignalReference(rule: "shift", period: monday), present: []),
      .unknownSignal(
        hours, SignalReference(rule: "shift", period: monday),
        present: [
          SignalReference(rule: "trend", period: sunday),
          SignalReference(rule: "shift", period: sunday),
        ]),
      .unknownHypothesis(hours, number: 3, count: 2),
      .alreadyTested(hours, number: 1, accepted: true),
      .alreadyTested(hours, number: 1, accepted: false),
    ] + KPIAct.allCases.map { .machineCannotDecide(hours, Account("report-bot")!, $0) }
}
