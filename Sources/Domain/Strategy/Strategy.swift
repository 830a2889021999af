/// Where the organization wants to go. Its three parts are independent of each other.
package struct Strategy: Sendable, Equatable {
  package struct Vision: Sendable, Equatable {
    package let statement: String
    package let kpis: [KPIReference]
  }

  package struct ValueArea: Sendable, Equatable {
    package let name: String
    package let investment: Money?
    package let why: String
  }

  package struct Policy: Sendable, Equatable {
    package let policy: String
    package let profile: String
  }

  package private(set) var vision: Vision?
  package private(set) var valueAreas: [ValueArea] = []
  package private(set) var policy: Policy?

  package init() {}

  package mutating func evolve(_ event: StrategyEvent) {
    switch event {
    case .visionDeclared(let statement, let kpis):
      vision = Vision(statement: statement, kpis: kpis)
    case .valueAreaChosen(let name, let investment, let why):
      valueAreas.append(ValueArea(name: name, investment: investment, why: why))
    case .trainingPolicySet(let policy, let profile),
      .policyRevised(let policy, let profile, _, _, _):
      self.policy = Policy(policy: policy, profile: profile)
    }
  }
}
