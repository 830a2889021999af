import CivilTime

@testable import Domain

extension SubsidyRefusal {
  private static let design = ItemID("HQ-D2")!
  private static let day = LocalDate(year: 2026, month: 3, day: 2)!
  private static let morning = ClockSpan("9:00-12:00")!
  private static let day9to17 = ClockSpan("9:00-17:00")!

  /// One of each case.
  static let examples: [SubsidyRefusal] = [
    .text(.empty(.title)), .designNotApproved(design),
    .unknownSession(design, session: 3, count: 2), .sessionCancelled(design, session: 2),
    .sessionAhead(design, session: 2, date: day.adding(days: 3), today: day),
    .noParts(design, session: 1), .partsOverlap(design, session: 1, morning, day9to17),
    .spanReversed(ClockSpan(from: morning.to, to: morning.from)),
    .unknownSubject(design, subject: 4, count: 3), .noSubjects(design),
    .minutesOutOfRange(design, minutes: 0), .weekdayOutOfRange(8),
    .breakOutsideHours(morning, hours: ClockSpan("13:00-17:00")!), .nobody(design),
    .notMembers(design, accounts: [Account("sato")!]),
    .attendedAlready(design, session: 1, Account("sato")!, morning),
    .nothingToWithdraw(design, session: 1, Account("sato")!),
    .amountOutOfRange(design, amount: Money(minorUnits: 0, currency: "JPY")),
    .notYen(design, currency: "USD"), .filedAhead(on: day.adding(days: 1), today: day),
    .machineCannotState(design),
  ]
}
