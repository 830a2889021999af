extension KPI: Aggregate {
  package static let decisionTypes: Set<String> = KPIEvent.types.subtracting([
    KPIEvent.TypeName.observationRecorded.rawValue,
    KPIEvent.TypeName.observationCorrected.rawValue,
  ])

  package func decide(
    _ command: KPICommand, knowing facts: KPIFacts, in circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    switch self {
    case .undefined:
      guard case .define(let definition) = command else { throw .undefined(facts.kpi) }
      try Self.require(definition)
      return [.defined(definition)]
    case .active(let chart):
      return try chart.decide(command, facts, circumstances)
    case .retired(let chart, let reason):
      if command == .retire(reason: reason) { return [] }
      guard command.isOpenWhenRetired else {
        throw .retired(facts.kpi, name: chart.definition.name, reason: reason)
      }
      return try chart.decide(command, facts, circumstances)
    }
  }

  private static func require(_ definition: KPIDefinition) throws(KPIRefusal) {
    try KPIRefusal.check((definition.name, .name), (definition.unit, .unit))
  }
}

extension KPICommand {
  /// What was recorded can still be put right, and signals answered.
  fileprivate var isOpenWhenRetired: Bool {
    switch self {
    case .correct, .acknowledge: true
    case .define, .setTarget, .record, .retire, .fixBaseline, .exclude, .rebase, .propose, .test:
      false
    }
  }
}

extension KPI.Chart {
  fileprivate func decide(
    _ command: KPICommand, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    switch command {
    case .define(let wanted):
      try define(wanted, facts)
    case .setTarget(let target, let day, let reason):
      try setTarget(Target(target: target, by: day), reason: reason, facts)
    case .record(let observation):
      try record(observation, facts, circumstances)
    case .correct(let observation, let reason):
      try correct(observation, reason: reason, facts)
    case .retire(let reason):
      try retire(reason)
    case .fixBaseline(let from, let to, let reason):
      try fix(Baseline(from: from, to: to, reason: reason), facts, circumstances)
    case .exclude(let period, let reason):
      try exclude(period, reason: reason, facts, circumstances)
    case .rebase(let day, let cause, let evidence):
      try rebase(at: day, Rebase(cause: cause, evidence: evidence), facts, circumstances)
    case .acknowledge(let signal, let note):
      try acknowledge(signal, note: note, facts, circumstances)
    case .propose(let signal, let hypothesis, let evidence, let cause):
      try propose(hypothesis, on: signal, (evidence, cause), facts, circumstances)
    case .test(let number, let accepted, let note):
      try test(number, Test(accepted: accepted, note: note), facts, circumstances)
    }
  }

  private func define(
    _ wanted: KPIDefinition, _ facts: KPIFacts
  ) throws(KPIRefusal) -> [KPIEvent] {
    if wanted == definition { return [] }
    throw .alreadyDefined(facts.kpi, name: definition.name)
  }

  private func setTarget(
    _ wanted: Target, reason: String?, _ facts: KPIFacts
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((reason, .reason))
    guard wanted.target.isFinite else { throw .targetNotFinite(facts.kpi) }
    if definition.measure == .proportion, !(0...1).contains(wanted.target) {
      throw .targetOutsideProportion(facts.kpi, target: wanted.target)
    }
    if wanted == target { return [] }
    return [.targetSet(target: wanted.target, by: wanted.by, reason: reason)]
  }

  private func retire(_ reason: String) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((reason, .reason))
    return [.retired(reason: reason)]
  }
}
