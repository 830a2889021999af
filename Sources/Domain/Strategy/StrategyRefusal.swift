package enum StrategyRefusal: RefusalReason {
  case text(TextRefusal)
  case visionWithoutKPI
  case kpiNamedTwice(KPIReference)
  case unknownKPI(KPIReference)
  case visionCountsActivityOnly([KPIReference])
  /// Below 0, or more than the log holds exactly.
  case investmentOutOfRange(Money)
  case malformedCurrency(String)
  case valueAreaExists(name: String)
  case policyAlreadySet
  case policyNotSet
  case unknownReview(ReviewID)
  case unknownLesson(ItemID)
}
