extension Issue: Aggregate {
  package static let decisionTypes = IssueEvent.types

  package func decide(
    _ command: IssueCommand, knowing facts: IssueFacts, in circumstances: Circumstances
  ) throws(IssueRefusal) -> [IssueEvent] {
    switch command {
    case .raise(let issue, let layer, let cycle):
      try raise(issue, to: layer, cycle: cycle, facts)
    case .decide(let decision, let why):
      try decide(decision, why: why, facts, circumstances)
    }
  }

  private func raise(
    _ issue: String, to layer: Layer, cycle: ItemID?, _ facts: IssueFacts
  ) throws(IssueRefusal) -> [IssueEvent] {
    try IssueRefusal.check((issue, .issue))
    switch self {
    case .raised(issue, layer, cycle): return []
    case .raised(_, let addressed, _), .decided(let addressed, _, _):
      throw .alreadyRaised(facts.issue, to: addressed)
    case .unraised: break
    }
    if let cycle, cycle.kind != .cycle || !facts.cycleExists { throw .unknownCycle(cycle) }
    return [.raised(issue: issue, to: layer, cycle: cycle)]
  }

  private func decide(
    _ decision: String, why: String?, _ facts: IssueFacts, _ circumstances: Circumstances
  ) throws(IssueRefusal) -> [IssueEvent] {
    try IssueRefusal.check((decision, .decision), (why, .why))
    switch self {
    case .unraised: throw .unknownIssue(facts.issue)
    case .decided(_, decision, why): return []
    case .decided(_, let taken, _): throw .alreadyDecided(facts.issue, decision: taken)
    case .raised(_, let layer, _):
      try requireDecider(of: layer, facts, circumstances)
      return [.decided(decision: decision, why: why)]
    }
  }

  /// The layer addressed decides, or the one above all.
  private func requireDecider(
    of layer: Layer, _ facts: IssueFacts, _ circumstances: Circumstances
  ) throws(IssueRefusal) {
    if circumstances.actorIsMachine {
      throw .machineCannotDecide(facts.issue, circumstances.actor)
    }
    guard facts.deciderLayer == layer || facts.deciderLayer == .executive else {
      throw .wrongLayer(facts.issue, addressed: layer, decider: facts.deciderLayer)
    }
  }
}
