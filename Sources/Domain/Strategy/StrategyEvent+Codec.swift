package import CanonicalJSON

extension StrategyEvent: StoredEvent {
  private enum TypeName: String, CaseIterable {
    case visionDeclared = "VisionDeclared"
    case valueAreaChosen = "ValueAreaChosen"
    case trainingPolicySet = "TrainingPolicySet"
    case policyRevised = "PolicyRevised"
  }

  package static let types = Set(TypeName.allCases.map(\.rawValue))

  private var typeName: TypeName {
    switch self {
    case .visionDeclared: .visionDeclared
    case .valueAreaChosen: .valueAreaChosen
    case .trainingPolicySet: .trainingPolicySet
    case .policyRevised: .policyRevised
    }
  }

  package var type: String { typeName.rawValue }

  package var payload: JSON {
    switch self {
    case .visionDeclared(let statement, let kpis):
      ["statement": JSON(statement), "kpis": JSON(kpis)]
    case .valueAreaChosen(let name, let investment, let why):
      ["name": JSON(name), "investment": JSON(investment), "why": JSON(why)]
    case .trainingPolicySet(let policy, let profile):
      ["policy": JSON(policy), "profile": JSON(profile)]
    case .policyRevised(let policy, let profile, let reason, let review, let lessons):
      [
        "policy": JSON(policy), "profile": JSON(profile), "reason": JSON(reason),
        "review": JSON(text: review), "lessons": JSON(lessons),
      ]
    }
  }

  package init(type: String, payload: Fields) throws(PayloadError) {
    switch try Self.known(type, as: TypeName.self) {
    case .visionDeclared:
      self = .visionDeclared(
        statement: try payload.string("statement"),
        kpis: try payload.values("kpis", via: KPIReference.init))
    case .valueAreaChosen:
      self = .valueAreaChosen(
        name: try payload.string("name"), investment: try payload.optionalMoney("investment"),
        why: try payload.string("why"))
    case .trainingPolicySet:
      self = .trainingPolicySet(
        policy: try payload.string("policy"), profile: try payload.string("profile"))
    case .policyRevised:
      self = .policyRevised(
        policy: try payload.string("policy"), profile: try payload.string("profile"),
        reason: try payload.string("reason"),
        review: try payload.optionalValue("review", via: ReviewID.init),
        lessons: try payload.values("lessons", via: ItemID.init))
    }
  }
}
