extension Strategy: Aggregate {
  package static let decisionTypes = StrategyEvent.types

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
