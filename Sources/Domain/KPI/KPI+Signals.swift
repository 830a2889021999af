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

  private func require(_ signal: SignalReference, _ facts: KPIFacts) throws(KPIRefusal) {
    guard facts.signals.contains(signal) else {
      let present = facts.signals.sorted { ($1.period, $0.rule) < ($0.period, $1.rule) }
      throw .unknownSignal(facts.kpi, signal, present: present)
    }
  }
}
