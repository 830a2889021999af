@testable import Domain

extension StrategyRefusal {
  private static let logins = KPIReference("SALES/logins")!

  /// One of each case.
  static let examples: [StrategyRefusal] = [
    .text(.empty(.statement)), .visionWithoutKPI, .kpiNamedTwice(logins), .unknownKPI(logins),
    .visionCountsActivityOnly([logins]),
    .investmentOutOfRange(Money(minorUnits: -1, currency: "JPY")), .malformedCurrency("円"),
    .valueAreaExists(name: "提案"), .policyAlreadySet, .policyNotSet,
    .unknownReview(ReviewID("HQ-2026-11")!), .unknownLesson(ItemID("SALES-L3")!),
  ]
}
