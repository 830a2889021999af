/// Decisions on what is done.
extension Cycle {
  /// Minutes of one action: at most a week.
  package static let minutes = 0...10_080

  func log(
    _ entry: ActionEntry, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((entry.text, .action), (entry.link, .link), (entry.by, .name))
    if let minutes = entry.minutes, !Self.minutes.contains(minutes) {
      throw .minutesOutOfRange(minutes)
    }
    try requireRunning(.log, facts)
    try requireOrder(.log, facts, circumstances)
    return [.actionLogged(entry)]
  }

  func withdraw(
    _ action: Int, reason: String, _ facts: CycleFacts
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((reason, .reason))
    try requireRunning(.withdraw, facts)
    switch facts.action {
    case .live: return [.actionWithdrawn(action: action, reason: reason)]
    case .withdrawn: throw .actionAlreadyWithdrawn(facts.cycle, action: action)
    case .unknown: throw .unknownAction(facts.cycle, action: action)
    }
  }

  func report(_ obstacle: String, _ facts: CycleFacts) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((obstacle, .obstacle))
    try requireRunning(.report, facts)
    return [.obstacleReported(obstacle: obstacle)]
  }

  /// What happened is recorded until the decision is made, after the check too.
  private func requireRunning(_ act: CycleAct, _ facts: CycleFacts) throws(CycleRefusal) {
    switch self {
    case .journal, .planned, .checked: return
    case .unplanned, .acted, .cancelled: throw refusal(of: act, facts)
    }
  }

  func cancel(_ reason: String, _ facts: CycleFacts) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((reason, .reason))
    switch self {
    case .journal, .planned, .checked: return [.cancelled(reason: reason)]
    case .cancelled(reason): return []
    case .unplanned, .acted, .cancelled: throw refusal(of: .cancel, facts)
    }
  }
}
