import CivilTime

@testable import Domain

extension ReviewRefusal {
  /// One of each case.
  static let examples: [ReviewRefusal] = [
    .text(.empty(.decision)), .periodNotBegun(week, begins: march(9), today: march(2)),
    .periodNotOver(week, ends: march(8), today: march(5)), .notOpened(week), .alreadyClosed(week),
    .alreadyClosed(ReviewID("HQ-2026-03")!),
    .notClosed(week), .malformedHash(week, hash: "12"), .machineCannotDecide(week),
    .machineCannotCarryOver(week, decision: decision), .machineCannotClose(week),
    .notAMember(week, account: Account("guest")!),
    .notInReview(week, about: "SALES-99"),
    .dueInThePast(week, due: march(1), today: march(2)), .unknownDecision(decision),
    .nothingToCarryOver(week, decision: decision), .alreadyDone(decision),
    .machineCannotAmend(decision), .machineCannotWithdraw(decision), .nothingToAmend(decision),
    .alreadyWithdrawn(decision, reason: "The customer left"),
    .itemsLeft(week, signals: [signal], decisions: [late]),
    .itemsLeft(week, signals: [signal], decisions: []),
    .itemsLeft(week, signals: [], decisions: [late]),
  ]

  private static let week = ReviewID("SALES-2026-W10")!
  private static let decision = DecisionID("SALES-2026-W09.2")!
  private static let late = OpenDecision(id: decision, due: march(1))
  private static let signal = OpenSignal(
    kpi: KPIReference("SALES/close-rate")!,
    signal: SignalReference(rule: "shift", period: march(2)))
  private static func march(_ day: Int) -> LocalDate {
    LocalDate(year: 2026, month: 3, day: day)!
  }
}
