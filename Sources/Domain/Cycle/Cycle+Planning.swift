import CivilTime

/// Decisions on the plan.
extension Cycle {
  func plan(
    _ request: PlanRequest, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check(
      (request.title, .title), (request.problem, .problem), (request.change, .change))
    let plan = try complete(request, facts, circumstances)
    switch self {
    case .unplanned, .journal: break
    case .planned(let known):
      if known == plan.starting(from: known.baseline) { return [] }
      throw .alreadyPlanned(facts.cycle, title: known.title)
    case .checked, .acted, .cancelled: throw refusal(of: .plan, facts)
    }
    try requirePresent(request.kpi, facts)
    try requirePossible(plan, facts, circumstances)
    try requireOwner(plan.owner, facts)
    return [.planned(plan)]
  }

  /// What a plan can't do without must be there; the rest is filled in.
  private func complete(
    _ request: PlanRequest, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> CyclePlan {
    guard let kpi = request.kpi, let predicted = request.predicted, let due = request.due else {
      throw .planIncomplete(facts.cycle, missing: request.missing)
    }
    return CyclePlan(
      title: request.title, problem: request.problem, change: request.change, kpi: kpi,
      predicted: predicted, baseline: facts.baseline,
      windowStart: request.windowStart ?? circumstances.today,
      windowEnd: request.windowEnd ?? due, due: due,
      owner: request.owner ?? circumstances.actor, lessonsConsulted: request.lessonsConsulted)
  }

  private func requirePresent(
    _ kpi: KPIReference?, _ facts: CycleFacts
  ) throws(CycleRefusal) {
    guard let kpi else { return }
    switch facts.kpi {
    case .present: return
    case .unknown: throw .unknownKPI(kpi)
    case .retired(let definition): throw .kpiRetired(kpi, name: definition.name)
    }
  }

  private func requirePossible(
    _ plan: CyclePlan, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) {
    try require(prediction: plan.predicted, of: plan.kpi, facts)
    if plan.due < circumstances.today {
      throw .dueInPast(due: plan.due, today: circumstances.today)
    }
    try requireWindow(of: plan)
  }

  private func require(
    prediction: Double, of kpi: KPIReference, _ facts: CycleFacts
  ) throws(CycleRefusal) {
    guard prediction.isFinite else { throw .predictionNotFinite }
    if facts.definition?.measure == .proportion, !(0...1).contains(prediction) {
      throw .predictionOutsideProportion(kpi, predicted: prediction)
    }
  }

  private func requireWindow(of plan: CyclePlan) throws(CycleRefusal) {
    if plan.windowStart > plan.windowEnd {
      throw .windowReversed(start: plan.windowStart, end: plan.windowEnd)
    }
    if plan.due < plan.windowStart {
      throw .dueBeforeWindow(due: plan.due, windowStart: plan.windowStart)
    }
  }

  private func requireOwner(_ owner: Account, _ facts: CycleFacts) throws(CycleRefusal) {
    if !facts.ownerIsMember { throw .ownerNotMember(owner) }
  }

  func openJournal(
    _ title: String, _ facts: CycleFacts
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((title, .title))
    switch self {
    case .unplanned: return [.journalOpened(title: title)]
    case .journal(title): return []
    case .journal(let open): throw .journalAlreadyOpen(facts.cycle, title: open)
    case .planned(let plan): throw .alreadyPlanned(facts.cycle, title: plan.title)
    case .checked, .acted, .cancelled: throw refusal(of: .openJournal, facts)
    }
  }

  /// Before the first action and after it alike: the original stays in the log.
  func amend(
    _ amendment: PlanAmendment, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check(
      (amendment.title, .title), (amendment.change, .change), (amendment.reason, .reason))
    guard case .planned(let plan) = self else { throw refusal(of: .amend, facts) }
    if amendment.isEmpty { throw .nothingToAmend(facts.cycle) }
    let changes = amendment.changes(of: plan)
    if changes.isEmpty { return [] }
    try requirePossible(changes, of: plan, facts, circumstances)
    return [.planAmended(changes)]
  }

  private func requirePossible(
    _ changes: PlanAmendment, of plan: CyclePlan, _ facts: CycleFacts,
    _ circumstances: Circumstances
  ) throws(CycleRefusal) {
    if let predicted = changes.predicted {
      try require(prediction: predicted, of: plan.kpi, facts)
    }
    if let due = changes.due, due < circumstances.today {
      throw .dueInPast(due: due, today: circumstances.today)
    }
    try requireWindow(of: plan.amended(by: changes))
    if let owner = changes.owner { try requireOwner(owner, facts) }
  }
}

extension PlanRequest {
  fileprivate var missing: [PlanPart] {
    [kpi == nil ? .kpi : nil, predicted == nil ? .prediction : nil, due == nil ? .due : nil]
      .compactMap { $0 }
  }
}

extension CyclePlan {
  fileprivate func starting(from baseline: Double?) -> CyclePlan {
    var plan = self
    plan.baseline = baseline
    return plan
  }
}
