package import CanonicalJSON
package import CivilTime

/// What can be asked of a KPI's stream.
package enum KPICommand: Sendable, Equatable {
  case define(KPIDefinition)
  case setTarget(target: Double, by: LocalDate?, reason: String?)
  case record(Observation)
  case correct(Observation, reason: String)
  case retire(reason: String)
  case fixBaseline(from: LocalDate, to: LocalDate, reason: String)
  case exclude(period: LocalDate, reason: String)
  case rebase(at: LocalDate, cause: String, evidence: String)
  case acknowledge(SignalReference, note: String)
  case propose(
    signal: SignalReference, hypothesis: String, evidence: [String], cause: CauseKind? = nil)
  case test(number: Int, accepted: Bool, note: String)
  /// Turns down the proposal that the cycle leads.
  case decline(proposal: ItemID, rule: String, reason: String)
}

extension KPICommand: StatedCommand {
  package var needs: Right {
    switch self {
    case .record, .correct, .decline: .record
    case .define, .setTarget, .retire, .fixBaseline, .exclude, .rebase: .lead
    case .acknowledge: .review
    case .propose: .propose
    case .test: .share
    }
  }

  package var content: JSON {
    switch self {
    case .define(let definition):
      return .command("kpi.define", KPIDefinition.form.object(definition))
    case .setTarget(let target, let day, let reason):
      return .command(
        "kpi.target",
        ["target": JSON(stated: target), "by": JSON(text: day), "reason": JSON(reason)])
    case .record(let observation):
      return .command("kpi.record", Observation.form.object(observation))
    case .correct(let observation, let reason):
      var members = Observation.form.object(observation)
      members["reason"] = JSON(reason)
      return .command("kpi.correct", members)
    case .retire(let reason):
      return .command("kpi.retire", ["reason": JSON(reason)])
    case .fixBaseline(let from, let to, let reason):
      return .command(
        "kpi.baseline",
        ["from": JSON(text: from), "to": JSON(text: to), "reason": JSON(reason)])
    case .exclude(let period, let reason):
      return .command("kpi.exclude", ["period": JSON(text: period), "reason": JSON(reason)])
    case .rebase(let day, let cause, let evidence):
      return .command(
        "kpi.rebase",
        ["at": JSON(text: day), "cause": JSON(cause), "evidence": JSON(evidence)])
    case .acknowledge(let signal, let note):
      return .command(
        "kpi.acknowledge",
        ["signal": .object(SignalReference.form.object(signal)), "note": JSON(note)])
    case .propose(let signal, let hypothesis, let evidence, let cause):
      return .command(
        "hypothesis.propose",
        [
          "signal": .object(SignalReference.form.object(signal)), "hypothesis": JSON(hypothesis),
          "evidence": JSON(evidence),
          "cause": JSON(cause?.rawValue),
        ])
    case .test(let number, let accepted, let note):
      return .command(
        "hypothesis.test",
        ["number": JSON(stated: number), "accepted": JSON(accepted), "note": JSON(note)])
    case .decline(let cycle, let rule, let reason):
      return .command(
        "propose.decline",
        ["cycle": JSON(text: cycle), "rule": JSON(rule), "reason": JSON(reason)])
    }
  }
}

/// What the KPI's observations and other streams know that a decision on it needs.
package struct KPIFacts: Sendable, Equatable {
  /// The KPI decided on.
  package var kpi: KPIReference
  /// The observation in force of the period that the command names
  /// (`record`, `correct`, `exclude`).
  package var recorded: Observation?
  /// Observed periods within the range that `fixBaseline` names.
  package var observedPeriods: Int
  /// A closed review whose period holds the day of `rebase`.
  package var closedReview: ReviewID?
  /// The signals on the KPI's chart as it stands (`acknowledge`, `propose`).
  package var signals: Set<SignalReference>
  /// Whether the cycle that leads the proposal is there (`decline`).
  package var cycleExists: Bool

  package init(
    kpi: KPIReference, recorded: Observation? = nil, observedPeriods: Int = 0,
    closedReview: ReviewID? = nil, signals: Set<SignalReference> = [], cycleExists: Bool = false
  ) {
    self.cycleExists = cycleExists
    self.kpi = kpi
    self.recorded = recorded
    self.observedPeriods = observedPeriods
    self.closedReview = closedReview
    self.signals = signals
  }
}

package enum KPIRefusal: RefusalReason {
  case text(TextRefusal)
  case undefined(KPIReference)
  case alreadyDefined(KPIReference, name: String)
  case retired(KPIReference, name: String, reason: String)
  case targetNotFinite(KPIReference)
  /// The level of a proportion lies in 0…1.
  case targetOutsideProportion(KPIReference, target: Double)
  case valueNotFinite(KPIReference)
  /// A value, denominator or target outside of `Observation.sizes`.
  case outOfRange(KPIReference, number: Double)
  case valueNegative(KPIReference, value: Double)
  case valueNotWhole(KPIReference, value: Double)
  case denominatorMissing(KPIReference)
  /// A measured value stands for itself.
  case denominatorUnexpected(KPIReference)
  case denominatorNotPositive(KPIReference, denominator: Double)
  case valueAboveDenominator(KPIReference, value: Double, denominator: Double)
  case periodStartsOn(KPIReference, asked: LocalDate, first: LocalDate, cadence: Cadence)
  case futurePeriod(KPIReference, period: LocalDate, today: LocalDate)
  case alreadyRecorded(KPIReference, recorded: Observation, asked: Observation)
  case nothingRecorded(KPIReference, period: LocalDate)
  case rangeReversed(KPIReference, from: LocalDate, to: LocalDate)
  case tooFewPoints(KPIReference, observed: Int, needed: Int)
  case alreadyExcluded(KPIReference, period: LocalDate, reason: String)
  case alreadyRebased(KPIReference, at: LocalDate, cause: String)
  case insideClosedReview(KPIReference, at: LocalDate, review: ReviewID)
  /// `present`: the signals on the chart, the latest first.
  case unknownSignal(KPIReference, SignalReference, present: [SignalReference])
  case unknownHypothesis(KPIReference, number: Int, count: Int)
  case alreadyTested(KPIReference, number: Int, accepted: Bool)
  case machineCannotDecide(KPIReference, Account, KPIAct)
  /// The cycle that is said to lead a proposal.
  case unknownPrecedent(KPIReference, ItemID)
}

/// Acts upon a chart that are a person's to decide.
package enum KPIAct: String, Sendable, CaseIterable {
  case fixBaseline, exclude, rebase, acknowledge, test, declineProposal
}

extension KPI: Aggregate {
  package static let decisionTypes = KPIEvent.types(
    except: "ObservationRecorded", "ObservationCorrected")
  package static let factsFrom: Set<Subject> = [.kpi]

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
    case .define, .setTarget, .record, .retire, .fixBaseline, .exclude, .rebase, .propose, .test,
      .decline:
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
    case .decline(let cycle, let rule, let reason):
      try decline(cycle, rule, reason: reason, facts, circumstances)
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
    try Observation.requireSize(of: wanted.target, facts.kpi)
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

/// Decisions on observations.
extension KPI.Chart {
  func record(
    _ observation: Observation, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try requireFirstDay(observation.period, facts)
    if observation.period > circumstances.today {
      throw .futurePeriod(
        facts.kpi, period: observation.period, today: circumstances.today)
    }
    if let recorded = facts.recorded {
      throw .alreadyRecorded(facts.kpi, recorded: recorded, asked: observation)
    }
    try definition.measure.require(observation, of: facts.kpi)
    return [.observationRecorded(observation)]
  }

  func correct(
    _ observation: Observation, reason: String, _ facts: KPIFacts
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((reason, .reason))
    try requireFirstDay(observation.period, facts)
    guard let recorded = facts.recorded else {
      throw .nothingRecorded(facts.kpi, period: observation.period)
    }
    if observation == recorded { return [] }
    try definition.measure.require(observation, of: facts.kpi)
    return [.observationCorrected(observation, reason: reason)]
  }

  func requireFirstDay(_ period: LocalDate, _ facts: KPIFacts) throws(KPIRefusal) {
    let first = definition.cadence.firstDay(of: period)
    guard period == first else {
      throw .periodStartsOn(
        facts.kpi, asked: period, first: first, cadence: definition.cadence)
    }
  }
}

extension Observation {
  /// How large numbers other than zero may be, whatever their sign: charts keep these to the last
  /// digit that anybody measured.
  package static let sizes = 1e-12...1e15

  fileprivate static func requireSize(
    of number: Double, _ kpi: KPIReference
  ) throws(KPIRefusal) {
    guard number == 0 || sizes.contains(abs(number)) else {
      throw .outOfRange(kpi, number: number)
    }
  }
}

extension Measure {
  /// Refuses what the measure's chart can't hold.
  fileprivate func require(
    _ observation: Observation, of kpi: KPIReference
  ) throws(KPIRefusal) {
    guard observation.value.isFinite else { throw .valueNotFinite(kpi) }
    try Observation.requireSize(of: observation.value, kpi)
    if let denominator = observation.denominator {
      if self == .value { throw .denominatorUnexpected(kpi) }
      guard denominator.isFinite, denominator > 0 else {
        throw .denominatorNotPositive(kpi, denominator: denominator)
      }
      try Observation.requireSize(of: denominator, kpi)
    }
    switch self {
    case .value: break
    case .count: try requireCount(observation.value, of: kpi)
    case .proportion: try requireHits(observation, of: kpi)
    }
  }

  private func requireCount(_ value: Double, of kpi: KPIReference) throws(KPIRefusal) {
    if value < 0 { throw .valueNegative(kpi, value: value) }
    if value != value.rounded() { throw .valueNotWhole(kpi, value: value) }
  }

  private func requireHits(
    _ observation: Observation, of kpi: KPIReference
  ) throws(KPIRefusal) {
    guard let denominator = observation.denominator else { throw .denominatorMissing(kpi) }
    try requireCount(observation.value, of: kpi)
    if observation.value > denominator {
      throw .valueAboveDenominator(kpi, value: observation.value, denominator: denominator)
    }
  }
}

/// Decisions on the points and limits of the chart.
extension KPI.Chart {
  /// Fewer points than these say nothing about variation.
  package static let fewestBaselinePoints = 6

  func fix(
    _ wanted: Baseline, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((wanted.reason, .reason))
    if wanted == baseline { return [] }
    try requirePerson(.fixBaseline, facts, circumstances)
    if wanted.from > wanted.to {
      throw .rangeReversed(facts.kpi, from: wanted.from, to: wanted.to)
    }
    let needed = Self.fewestBaselinePoints
    if facts.observedPeriods < needed {
      throw .tooFewPoints(facts.kpi, observed: facts.observedPeriods, needed: needed)
    }
    return [.baselineFixed(from: wanted.from, to: wanted.to, reason: wanted.reason)]
  }

  func exclude(
    _ period: LocalDate, reason: String, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((reason, .reason))
    switch exclusions[period] {
    case reason?: return []
    case let given?: throw .alreadyExcluded(facts.kpi, period: period, reason: given)
    case nil: break
    }
    try requirePerson(.exclude, facts, circumstances)
    try requireFirstDay(period, facts)
    if facts.recorded == nil { throw .nothingRecorded(facts.kpi, period: period) }
    return [.pointExcluded(period: period, reason: reason)]
  }

  func rebase(
    at day: LocalDate, _ wanted: Rebase, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((wanted.cause, .cause), (wanted.evidence, .evidence))
    switch rebases[day] {
    case wanted?: return []
    case let made?: throw .alreadyRebased(facts.kpi, at: day, cause: made.cause)
    case nil: break
    }
    try requirePerson(.rebase, facts, circumstances)
    if day > circumstances.today {
      throw .futurePeriod(facts.kpi, period: day, today: circumstances.today)
    }
    if let review = facts.closedReview {
      throw .insideClosedReview(facts.kpi, at: day, review: review)
    }
    return [.limitsRebased(at: day, cause: wanted.cause, evidence: wanted.evidence)]
  }

  func requirePerson(
    _ act: KPIAct, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) {
    if circumstances.actorIsMachine {
      throw .machineCannotDecide(facts.kpi, circumstances.actor, act)
    }
  }
}

/// Decisions on signals and on hypotheses about their causes.
extension KPI.Chart {
  func acknowledge(
    _ signal: SignalReference, note: String, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((note, .note))
    if acknowledged[signal] == note { return [] }
    try requirePerson(.acknowledge, facts, circumstances)
    try require(signal, facts)
    return [.signalAcknowledged(signal, note: note)]
  }

  /// A machine may propose; what it proposes is marked, and a person tests it.
  func propose(
    _ hypothesis: String, on signal: SignalReference,
    _ grounds: (evidence: [String], cause: CauseKind?), _ facts: KPIFacts,
    _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((hypothesis, .hypothesis))
    for reference in grounds.evidence { try KPIRefusal.check((reference, .evidence)) }
    let isRepetition = hypotheses.values.contains {
      $0.signal == signal && $0.hypothesis == hypothesis
    }
    if isRepetition { return [] }
    try require(signal, facts)
    return [
      .hypothesisProposed(
        number: hypotheses.count + 1, signal: signal, hypothesis: hypothesis,
        byMachine: circumstances.actorIsMachine, evidence: grounds.evidence, cause: grounds.cause)
    ]
  }

  func test(
    _ number: Int, _ wanted: Test, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((wanted.note, .note))
    guard let hypothesis = hypotheses[number] else {
      throw .unknownHypothesis(facts.kpi, number: number, count: hypotheses.count)
    }
    if hypothesis.test == wanted { return [] }
    try requirePerson(.test, facts, circumstances)
    if let test = hypothesis.test {
      throw .alreadyTested(facts.kpi, number: number, accepted: test.accepted)
    }
    return [
      .hypothesisTested(number: number, accepted: wanted.accepted, note: wanted.note)
    ]
  }

  /// A proposal from history is a person's to turn down, with the reason.
  func decline(
    _ cycle: ItemID, _ rule: String, reason: String, _ facts: KPIFacts,
    _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((reason, .reason))
    if declined[cycle] == reason { return [] }
    try requirePerson(.declineProposal, facts, circumstances)
    guard cycle.kind == .cycle, facts.cycleExists else {
      throw .unknownPrecedent(facts.kpi, cycle)
    }
    return [.proposalDeclined(cycle: cycle, rule: rule, reason: reason)]
  }

  private func require(_ signal: SignalReference, _ facts: KPIFacts) throws(KPIRefusal) {
    guard facts.signals.contains(signal) else {
      let present = facts.signals.sorted { ($1.period, $0.rule) < ($0.period, $1.rule) }
      throw .unknownSignal(facts.kpi, signal, present: present)
    }
  }
}
