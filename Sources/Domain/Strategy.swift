package import CanonicalJSON

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

extension StrategyEvent: StoredEvent {
  package static let cases: [EventCase<StrategyEvent>] = [
    EventCase(
      "VisionDeclared", StrategyEvent.visionDeclared, .text("statement", .statement),
      .value("kpis")
    ) {
      if case .visionDeclared(let statement, let kpis) = $0 { (statement, kpis) } else { nil }
    },
    EventCase(
      "ValueAreaChosen", StrategyEvent.valueAreaChosen, .text("name", .name),
      .amount("investment"), .text("why", .why)
    ) {
      if case .valueAreaChosen(let name, let investment, let why) = $0 {
        (name, investment, why)
      } else {
        nil
      }
    },
    EventCase(
      "TrainingPolicySet", StrategyEvent.trainingPolicySet, .text("policy", .policy),
      .text("profile", .profile)
    ) {
      if case .trainingPolicySet(let policy, let profile) = $0 { (policy, profile) } else { nil }
    },
    EventCase(
      "PolicyRevised", StrategyEvent.policyRevised, .text("policy", .policy),
      .text("profile", .profile), .text("reason", .reason), .value("review"), .value("lessons")
    ) {
      if case .policyRevised(let policy, let profile, let reason, let review, let lessons) = $0 {
        (policy, profile, reason, review, lessons)
      } else {
        nil
      }
    },
  ]
}

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

/// What can be asked of the strategy stream.
package enum StrategyCommand: Sendable, Equatable {
  case declareVision(statement: String, kpis: [KPIReference])
  case chooseValueArea(name: String, investment: Money?, why: String)
  case setPolicy(policy: String, profile: String)
  case revisePolicy(
    policy: String, profile: String, reason: String, review: ReviewID?, lessons: [ItemID])
}

extension StrategyCommand: StatedCommand {
  package var needs: Right { .decide }

  package var content: JSON {
    switch self {
    case .declareVision(let statement, let kpis):
      .command("vision.declare", ["statement": JSON(statement), "kpis": JSON(kpis)])
    case .chooseValueArea(let name, let investment, let why):
      .command(
        "value-area.choose",
        ["name": JSON(name), "investment": JSON(investment), "why": JSON(why)])
    case .setPolicy(let policy, let profile):
      .command("policy.set", ["policy": JSON(policy), "profile": JSON(profile)])
    case .revisePolicy(let policy, let profile, let reason, let review, let lessons):
      .command(
        "policy.revise",
        [
          "policy": JSON(policy), "profile": JSON(profile), "reason": JSON(reason),
          "review": JSON(text: review), "lessons": JSON(lessons),
        ])
    }
  }
}

/// What other streams know that a decision on the strategy needs.
package struct StrategyFacts: Sendable, Equatable {
  /// The kinds of the KPIs named; a KPI that is missing here is unknown.
  package var kinds: [KPIReference: KPIKind]
  /// Those of the reviews and lessons named that exist.
  package var reviews: Set<ReviewID>
  package var lessons: Set<ItemID>

  package init(
    kinds: [KPIReference: KPIKind] = [:], reviews: Set<ReviewID> = [], lessons: Set<ItemID> = []
  ) {
    self.kinds = kinds
    self.reviews = reviews
    self.lessons = lessons
  }
}

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

extension Strategy: Aggregate {
  package static let decisionTypes = StrategyEvent.types
  package static let factsFrom: Set<Subject> = []

  package func decide(
    _ command: StrategyCommand, knowing facts: StrategyFacts, in circumstances: Circumstances
  ) throws(StrategyRefusal) -> [StrategyEvent] {
    switch command {
    case .declareVision(let statement, let kpis):
      try declare(Vision(statement: statement, kpis: kpis), facts)
    case .chooseValueArea(let name, let investment, let why):
      try choose(ValueArea(name: name, investment: investment, why: why))
    case .setPolicy(let policy, let profile):
      try set(Policy(policy: policy, profile: profile))
    case .revisePolicy(let policy, let profile, let reason, let review, let lessons):
      try revise(
        Policy(policy: policy, profile: profile), reason: reason, review: review,
        lessons: lessons, facts)
    }
  }

  private func declare(
    _ wanted: Vision, _ facts: StrategyFacts
  ) throws(StrategyRefusal) -> [StrategyEvent] {
    try StrategyRefusal.check((wanted.statement, .statement))
    if wanted == vision { return [] }
    try requireOutcome(among: wanted.kpis, facts)
    return [.visionDeclared(statement: wanted.statement, kpis: wanted.kpis)]
  }

  private func requireOutcome(
    among kpis: [KPIReference], _ facts: StrategyFacts
  ) throws(StrategyRefusal) {
    if kpis.isEmpty { throw .visionWithoutKPI }
    var seen: Set<KPIReference> = []
    for kpi in kpis {
      if facts.kinds[kpi] == nil { throw .unknownKPI(kpi) }
      if !seen.insert(kpi).inserted { throw .kpiNamedTwice(kpi) }
    }
    if !kpis.contains(where: { facts.kinds[$0] == .outcome }) {
      throw .visionCountsActivityOnly(kpis)
    }
  }

  private func choose(_ wanted: ValueArea) throws(StrategyRefusal) -> [StrategyEvent] {
    try StrategyRefusal.check((wanted.name, .name), (wanted.why, .why))
    if valueAreas.contains(wanted) { return [] }
    let name = wanted.name.lowercased()
    if let existing = valueAreas.first(where: { $0.name.lowercased() == name }) {
      throw .valueAreaExists(name: existing.name)
    }
    if let investment = wanted.investment { try require(investment) }
    return [
      .valueAreaChosen(name: wanted.name, investment: wanted.investment, why: wanted.why)
    ]
  }

  private func require(_ investment: Money) throws(StrategyRefusal) {
    guard investment.hasKnownCurrency else { throw .malformedCurrency(investment.currency) }
    guard Money.range.contains(investment.minorUnits) else {
      throw .investmentOutOfRange(investment)
    }
  }

  private func set(_ wanted: Policy) throws(StrategyRefusal) -> [StrategyEvent] {
    try StrategyRefusal.check((wanted.policy, .policy), (wanted.profile, .profile))
    if wanted == policy { return [] }
    if policy != nil { throw .policyAlreadySet }
    return [.trainingPolicySet(policy: wanted.policy, profile: wanted.profile)]
  }

  private func revise(
    _ wanted: Policy, reason: String, review: ReviewID?, lessons: [ItemID],
    _ facts: StrategyFacts
  ) throws(StrategyRefusal) -> [StrategyEvent] {
    try StrategyRefusal.check(
      (wanted.policy, .policy), (wanted.profile, .profile), (reason, .reason))
    if policy == nil { throw .policyNotSet }
    if wanted == policy { return [] }
    if let review, !facts.reviews.contains(review) { throw .unknownReview(review) }
    for lesson in lessons where lesson.kind != .lesson || !facts.lessons.contains(lesson) {
      throw .unknownLesson(lesson)
    }
    return [
      .policyRevised(
        policy: wanted.policy, profile: wanted.profile, reason: reason, review: review,
        lessons: lessons)
    ]
  }
}
