package import CanonicalJSON

/// An issue or opinion that goes up to a layer to be decided (stream `issue-N`).
package enum IssueEvent: Sendable, Equatable {
  case raised(issue: String, to: Layer, cycle: ItemID?)
  case decided(decision: String, why: String?)
}

extension IssueEvent: StoredEvent {
  package static let cases: [EventCase<IssueEvent>] = [
    EventCase(
      "IssueRaised", IssueEvent.raised, .text("issue", .issue), .value("to"), .value("cycle")
    ) {
      if case .raised(let issue, let layer, let cycle) = $0 { (issue, layer, cycle) } else { nil }
    },
    EventCase(
      "IssueDecided", IssueEvent.decided, .text("decision", .decision), .text("why", .why)
    ) {
      if case .decided(let decision, let why) = $0 { (decision, why) } else { nil }
    },
  ]
}

/// An issue or opinion on its way to the layer that decides it.
package enum Issue: Sendable, Equatable {
  case unraised
  case raised(issue: String, to: Layer, cycle: ItemID?)
  case decided(to: Layer, decision: String, why: String?)

  package init() { self = .unraised }

  package mutating func evolve(_ event: IssueEvent) {
    switch event {
    case .raised(let issue, let layer, let cycle):
      self = .raised(issue: issue, to: layer, cycle: cycle)
    case .decided(let decision, let why):
      self = .decided(to: addressed, decision: decision, why: why)
    }
  }

  /// The layer it goes up to; the highest for a stream that starts with its end.
  private var addressed: Layer {
    switch self {
    case .unraised: .executive
    case .raised(_, let layer, _), .decided(let layer, _, _): layer
    }
  }
}

/// What can be asked of an issue's stream.
package enum IssueCommand: Sendable, Equatable {
  case raise(issue: String, to: Layer, cycle: ItemID?)
  case decide(decision: String, why: String?)
}

extension IssueCommand: StatedCommand {
  package var needs: Right {
    switch self {
    case .raise: .record
    case .decide: .resolve
    }
  }

  package var content: JSON {
    switch self {
    case .raise(let issue, let layer, let cycle):
      .command(
        "issue.raise",
        ["issue": JSON(issue), "to": JSON(layer.rawValue), "cycle": JSON(text: cycle)])
    case .decide(let decision, let why):
      .command("issue.decide", ["decision": JSON(decision), "why": JSON(why)])
    }
  }
}

/// What other streams know that a decision on an issue needs.
package struct IssueFacts: Sendable, Equatable {
  /// The issue decided on.
  package var issue: ItemID
  /// The acting account's layer; nil when it is no member (`decide`).
  package var deciderLayer: Layer?
  /// Whether the cycle that `raise` names exists.
  package var cycleExists: Bool

  package init(issue: ItemID, deciderLayer: Layer? = nil, cycleExists: Bool = false) {
    self.issue = issue
    self.deciderLayer = deciderLayer
    self.cycleExists = cycleExists
  }
}

package enum IssueRefusal: RefusalReason {
  case text(TextRefusal)
  case unknownIssue(ItemID)
  case alreadyRaised(ItemID, to: Layer)
  case unknownCycle(ItemID)
  case alreadyDecided(ItemID, decision: String)
  case wrongLayer(ItemID, addressed: Layer, decider: Layer?)
  case machineCannotDecide(ItemID, Account)
}

extension Issue: Aggregate {
  package static let decisionTypes = IssueEvent.types
  package static let factsFrom: Set<Subject> = [.issue]

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
