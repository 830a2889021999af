import CivilTime

@testable import Domain

extension WorthRefusal {
  private static let hours = KPIRefusal.hours
  private static let day = LocalDate(year: 2026, month: 4, day: 1)!
  private static let amount = Money(minorUnits: 4_000, currency: "JPY")

  /// One of each case.
  static let examples: [WorthRefusal] = [
    .text(.empty(.basis)), .unknownKPI(hours), .countsActivity(hours, name: "利用回数"),
    .amountOutOfRange(Money(minorUnits: 0, currency: "JPY")), .malformedCurrency("YEN"),
    .otherCurrency(amount, known: "USD"), .timesOutOfRange(0),
    .statedAlready(from: day, amount: amount), .unknownValueArea("提案", known: ["事務", "営業"]),
    .unknownValueArea("提案", known: []), .areaNamedTwice("営業"),
    .sharesNotWhole(hours, sum: 0.9), .unknownSession(SessionID("HQ-D1.2")!),
    .minutesOutOfRange(0), .designNotApproved(ItemID("HQ-D2")!),
    .receivedAhead(on: day.adding(days: 1), today: day), .partOutOfRange(1.2),
    .notMember(Account("sato")!), .machineCannotState,
  ]
}
