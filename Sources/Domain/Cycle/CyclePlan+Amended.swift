extension CyclePlan {
  package func amended(by amendment: PlanAmendment) -> CyclePlan {
    var plan = self
    plan.title = amendment.title ?? title
    plan.change = amendment.change ?? change
    plan.predicted = amendment.predicted ?? predicted
    plan.windowStart = amendment.windowStart ?? windowStart
    plan.windowEnd = amendment.windowEnd ?? windowEnd
    plan.due = amendment.due ?? due
    plan.owner = amendment.owner ?? owner
    return plan
  }
}

extension PlanAmendment {
  /// Whether it names nothing to change.
  var isEmpty: Bool {
    self == PlanAmendment(reason: reason)
  }

  /// What of it differs from the plan in force.
  func changes(of plan: CyclePlan) -> PlanAmendment {
    PlanAmendment(
      title: title == plan.title ? nil : title,
      change: change == plan.change ? nil : change,
      predicted: predicted == plan.predicted ? nil : predicted,
      windowStart: windowStart == plan.windowStart ? nil : windowStart,
      windowEnd: windowEnd == plan.windowEnd ? nil : windowEnd,
      due: due == plan.due ? nil : due,
      owner: owner == plan.owner ? nil : owner, reason: reason)
  }
}
