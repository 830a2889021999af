/// Vision, value areas and training policy, in the log of the head department
/// (stream `strategy`).
package enum StrategyEvent: Sendable, Equatable {
  case visionDeclared(statement: String, kpis: [KPIReference])
  case valueAreaChosen(name: String, investment: Money?, why: String)
  /// `profile` describes the people that the training is to form.
  case trainingPolicySet(policy: String, profile: String)
  case policyRevised(
    policy: String, profile: String, reason: String, review: ReviewID?, lessons: [ItemID])
}
