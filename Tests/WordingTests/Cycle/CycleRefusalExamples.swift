import CivilTime

@testable import Domain

extension CycleRefusal {
  static let cycle = ItemID("SALES-12")!
  private static let next = ItemID("SALES-13")!
  private static let hours = KPIRefusal.hours
  private static let monday = KPIRefusal.monday
  private static let sunday = KPIRefusal.sunday

  /// One of each case.
  static let examples: [CycleRefusal] =
    [
      .text(.controlCharacter(.title, scalar: 7, offset: 2)), .unknownCycle(cycle),
      .planIncomplete(cycle, missing: [.kpi]),
      .planIncomplete(cycle, missing: [.prediction, .due]),
      .alreadyPlanned(cycle, title: "提案書の時短"),
      .journalAlreadyOpen(cycle, title: "取り込み分"), .unknownKPI(hours),
      .kpiRetired(hours, name: "提案書作成時間"), .predictionNotFinite,
      .predictionOutsideProportion(hours, predicted: 35),
      .datedBefore(cycle, .log, day: sunday, preceding: monday),
      .datedBefore(cycle, .act, day: sunday, preceding: monday),
      .dueInPast(due: monday, today: sunday), .windowReversed(start: sunday, end: monday),
      .dueBeforeWindow(due: monday, windowStart: sunday), .ownerNotMember(Account("sato")!),
      .nothingToAmend(cycle), .minutesOutOfRange(-5), .unknownAction(cycle, action: 4),
      .actionAlreadyWithdrawn(cycle, action: 4), .noActions(cycle),
      .noObservations(cycle, kpi: hours, name: "提案書作成時間", from: monday, to: sunday),
      .measuredVerdictMissing(cycle),
      .overrideWithoutReason(
        cycle, asked: .met, computed: .partly, actual: 9.5, predicted: 8),
      .adoptionUnmeasured(cycle, reason: "集計できず"), .linkToItself(cycle),
      .unknownNext(cycle, next: next), .notActed(cycle, verdict: .met),
      .unknownPrecedent(cycle, precedent: next),
    ] + CycleAct.allCases.flatMap(late)
    + Choice.allCases.map { .notAdopted(cycle, choice: $0) }

  private static func late(_ act: CycleAct) -> [CycleRefusal] {
    [
      .journalNotPlanned(cycle, act), .notChecked(cycle, act),
      .alreadyChecked(cycle, verdict: .partly, act),
      .alreadyActed(cycle, choice: .adapt, act),
      .cancelled(cycle, reason: "担当者の異動", act),
      .machineCannotDecide(cycle, Account("report-bot")!, act),
    ]
  }
}
