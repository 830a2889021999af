/// What can be asked of the strategy stream.
package enum StrategyCommand: Sendable, Equatable {
  case declareVision(statement: String, kpis: [KPIReference])
  case chooseValueArea(name: String, investment: Money?, why: String)
  case setPolicy(policy: String, profile: String)
  case revisePolicy(
    policy: String, profile: String, reason: String, review: ReviewID?, lessons: [ItemID])
}
