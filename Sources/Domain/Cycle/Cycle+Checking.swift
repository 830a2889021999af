/// Decisions on what was found.
extension Cycle {
  func check(
    _ request: CheckRequest, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try requireTexts(of: request)
    guard case .planned(let plan) = self else { throw refusal(of: .check, facts) }
    try requirePerson(.check, facts, circumstances)
    if facts.liveActions == 0 { throw .noActions(facts.cycle) }
    try requireOrder(.check, facts, circumstances)
    switch request.finding {
    case .notMeasured(let reason):
      let check = CycleCheck(
        measurement: .notMeasured(reason: reason), verdict: .notMeasured, note: request.note)
      return [.checked(check)]
    case .measured(let verdict, let overrideReason, let evidence):
      let (actual, computed) = try measure(plan, facts)
      let check = CycleCheck(
        measurement: .measured(
          actual: actual, count: facts.observations.count, computed: computed,
          evidence: evidence),
        verdict: verdict ?? computed,
        overrideReason: verdict == nil || verdict == computed ? nil : overrideReason,
        note: request.note)
      try requireHonest(check, plan, facts)
      return [.checked(check)]
    }
  }

  private func requireTexts(of request: CheckRequest) throws(CycleRefusal) {
    switch request.finding {
    case .measured(_, let overrideReason, let evidence):
      try CycleRefusal.check(
        (overrideReason, .reason), (evidence, .evidence), (request.note, .note))
    case .notMeasured(let reason):
      try CycleRefusal.check((reason, .reason), (request.note, .note))
    }
  }

  /// The KPI's level over the window, and what it says of the prediction.
  private func measure(
    _ plan: CyclePlan, _ facts: CycleFacts
  ) throws(CycleRefusal) -> (actual: Double, computed: Verdict) {
    guard let definition = facts.definition else { throw .unknownKPI(plan.kpi) }
    guard let actual = facts.observations.level else {
      throw .noObservations(
        facts.cycle, kpi: plan.kpi, name: definition.name, from: plan.windowStart,
        to: plan.windowEnd)
    }
    let prediction = Prediction(
      predicted: plan.predicted, baseline: plan.baseline, direction: definition.direction)
    return (actual, prediction.verdict(on: actual))
  }

  /// A verdict other than the computed one takes a reason.
  private func requireHonest(
    _ check: CycleCheck, _ plan: CyclePlan, _ facts: CycleFacts
  ) throws(CycleRefusal) {
    guard case .measured(let actual, _, let computed, _) = check.measurement,
      check.verdict != computed
    else { return }
    if check.verdict == .notMeasured { throw .measuredVerdictMissing(facts.cycle) }
    if check.overrideReason == nil {
      throw .overrideWithoutReason(
        facts.cycle, asked: check.verdict, computed: computed, actual: actual,
        predicted: plan.predicted)
    }
  }

  func requirePerson(
    _ act: CycleAct, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) {
    if circumstances.actorIsMachine {
      throw .machineCannotDecide(facts.cycle, circumstances.actor, act)
    }
  }
}

extension CycleFacts {
  /// Nil when the KPI is unknown.
  var definition: KPIDefinition? {
    switch kpi {
    case .unknown: nil
    case .present(let definition), .retired(let definition): definition
    }
  }
}
