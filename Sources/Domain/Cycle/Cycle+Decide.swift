extension Cycle: Aggregate {
  package static let decisionTypes: Set<String> = CycleEvent.types.subtracting([
    CycleEvent.TypeName.actionLogged.rawValue,
    CycleEvent.TypeName.actionWithdrawn.rawValue,
    CycleEvent.TypeName.obstacleReported.rawValue,
  ])

  package func decide(
    _ command: CycleCommand, knowing facts: CycleFacts, in circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    switch command {
    case .plan(let request): try plan(request, facts, circumstances)
    case .openJournal(let title): try openJournal(title, facts)
    case .amend(let amendment): try amend(amendment, facts, circumstances)
    case .log(let entry): try log(entry, facts, circumstances)
    case .withdraw(let action, let reason): try withdraw(action, reason: reason, facts)
    case .cancel(let reason): try cancel(reason, facts)
    case .report(let obstacle): try report(obstacle, facts)
    case .check(let request): try check(request, facts, circumstances)
    case .act(let choice, let why): try act(choice, why: why, facts, circumstances)
    case .link(let next): try link(next, facts)
    case .standardise(let practice, let link):
      try standardise(Practice(practice: practice, link: link), facts)
    }
  }

  /// What was done before the plan is no test of its prediction, whenever it is recorded.
  func requireOrder(
    _ act: CycleAct, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) {
    guard let preceding = facts.precedingDay, circumstances.today < preceding else { return }
    throw .datedBefore(facts.cycle, act, day: circumstances.today, preceding: preceding)
  }

  /// The refusal of an act for which the cycle is in no state: too early, or too late.
  func refusal(of act: CycleAct, _ facts: CycleFacts) -> CycleRefusal {
    switch self {
    case .unplanned: .unknownCycle(facts.cycle)
    case .journal: .journalNotPlanned(facts.cycle, act)
    case .planned: .notChecked(facts.cycle, act)
    case .checked(_, let check, _): .alreadyChecked(facts.cycle, verdict: check.verdict, act)
    case .acted(_, _, let outcome): .alreadyActed(facts.cycle, choice: outcome.choice, act)
    case .cancelled(let reason): .cancelled(facts.cycle, reason: reason, act)
    }
  }
}
