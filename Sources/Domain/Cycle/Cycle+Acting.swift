/// Decisions on what follows.
extension Cycle {
  func act(
    _ choice: Choice, why: String, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((why, .why))
    guard case .checked(_, let check, _) = self else { throw refusal(of: .act, facts) }
    try requirePerson(.act, facts, circumstances)
    try requireOrder(.act, facts, circumstances)
    if choice == .adopt, case .notMeasured(let reason) = check.measurement {
      throw .adoptionUnmeasured(facts.cycle, reason: reason)
    }
    return [.acted(choice: choice, why: why)]
  }

  func link(_ cycle: ItemID, _ facts: CycleFacts) throws(CycleRefusal) -> [CycleEvent] {
    switch self {
    case .checked(_, _, let next) where next.contains(cycle): return []
    case .acted(_, _, let outcome) where outcome.next.contains(cycle): return []
    case .checked, .acted: break
    case .unplanned, .journal, .planned, .cancelled: throw refusal(of: .link, facts)
    }
    if cycle == facts.cycle { throw .linkToItself(cycle) }
    guard cycle.kind == .cycle, facts.nextExists else {
      throw .unknownNext(facts.cycle, next: cycle)
    }
    return [.nextLinked(next: cycle)]
  }

  func standardise(
    _ practice: Practice, _ facts: CycleFacts
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((practice.practice, .practice), (practice.link, .link))
    switch self {
    case .acted(_, _, let outcome):
      if outcome.practices.contains(practice) { return [] }
      guard outcome.choice == .adopt else {
        throw .notAdopted(facts.cycle, choice: outcome.choice)
      }
      return [.practiceStandardised(practice: practice.practice, link: practice.link)]
    case .checked(_, let check, _):
      throw .notActed(facts.cycle, verdict: check.verdict)
    case .unplanned, .journal, .planned, .cancelled:
      throw refusal(of: .standardise, facts)
    }
  }
}
