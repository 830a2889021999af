import CanonicalJSON
package import Domain
import EventLog
package import Orders
import ReadModels

/// A lesson adopted together with the cycle in which it is tried: one command, one append to the
/// streams of both.
extension Tracker {
  package func adopt(
    _ lesson: ItemID, trying request: PlanRequest, note: String?, _ order: Order
  ) throws -> (cycle: ItemID, outcome: Outcome<AdoptionEvent>) {
    let home = Self.stream(adopting: lesson)
    let command = AdoptionCommand.adopt(lesson: lesson, cycle: nil, note: note)
    let content = stated(
      command.content.with("trial", CycleCommand.plan(request).content), at: .stream(home),
      occurredAt: order.occurredAt)
    return try retrying(order, isNext: true) {
      let decision = try deciding {
        try read { try trial(lesson, request, note, order, content, in: $0) }
      }
      switch decision {
      case .settled(let cycle, let outcome): return (cycle, outcome)
      case .planned(let cycle, let plan, let adoption, let version):
        let outcome = try append(
          adoption, to: home, at: version, beside: (plan, cycle.stream), order, content)
        return (outcome.repeated ? try trialCycle(of: outcome) ?? cycle : cycle, outcome)
      }
    }
  }

  private enum Trial {
    case settled(ItemID, Outcome<AdoptionEvent>)
    case planned(ItemID, [CycleEvent], [AdoptionEvent], version: Int)
  }

  /// The adoption is decided on first: what can't be adopted isn't planned either.
  private func trial(
    _ lesson: ItemID, _ request: PlanRequest, _ note: String?, _ order: Order, _ content: JSON,
    in view: View
  ) throws -> Trial {
    let home = Self.stream(adopting: lesson)
    let found = try LogReader.stream(
      home, of: order.department.rawValue, except: Adoption.needless, knowing: order.commandID,
      in: session)
    if found.isKnown, let first: Outcome<AdoptionEvent> = try firstResult(content, order),
      let cycle = try trialCycle(of: first)
    {
      return .settled(cycle, first)
    }
    try requireGoing(Adoption.self, of: order.department, in: view)
    try requireGoing(Cycle.self, of: order.department, in: view)
    try refuseStale(home, at: found.version, .stream(home), order)
    try requireOpen(order.department, in: view)
    let cycle = try next(.cycle, in: order.department)
    let circumstances = setting.circumstances(
      of: order.department, at: order.occurredAt?.instant ?? setting.now)
    let adopt = AdoptionCommand.adopt(lesson: lesson, cycle: cycle, note: note)
    let before: Adoption = try folded(found.events)
    let adoption = try permitted(adopt.needs, for: "\(Adoption.self)", in: order.department) {
      try before.decided(
        adopt, knowing: try facts(for: adopt, trial: cycle, in: view), in: circumstances)
    }
    let plan = try Cycle().decided(
      .plan(request), knowing: try facts(for: .plan(request), on: cycle, Cycle(), in: view),
      in: circumstances)
    return .planned(cycle, plan, adoption, version: found.version)
  }

  /// The cycle that an adoption names.
  private func trialCycle(of outcome: Outcome<AdoptionEvent>) throws -> ItemID? {
    for case .adopted(_, let cycle?, _, _) in outcome.events { return cycle }
    return nil
  }
}

extension JSON {
  /// An object with one member more.
  fileprivate func with(_ name: String, _ value: JSON) -> JSON {
    guard case .object(var members) = self else { return self }
    members[name] = value
    return .object(members)
  }
}
