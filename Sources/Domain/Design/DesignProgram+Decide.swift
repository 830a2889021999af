import CivilTime

struct SessionChange {
  var date: LocalDate?
  var cancelled: Bool
  var reason: String
}

struct Evaluation {
  var session: Int
  var level: Int
  var score: Double?
  var note: String?
}

/// Decisions after the approval.
extension DesignProgram {
  func scheduling(_ plan: SessionPlan, _ facts: DesignFacts) throws(DesignRefusal) -> [DesignEvent]
  {
    if plan.layers.isEmpty { throw .noLayers(facts.design) }
    if let unknown = plan.items.first(where: { !items.contains($0) }) {
      throw .unknownItem(facts.design, item: unknown)
    }
    try DesignRefusal.check((plan.title, .title), (plan.overrideReason, .reason))
    let missing = leadersMissing(on: plan.date, with: plan.layers)
    if !missing.isEmpty && plan.overrideReason == nil {
      throw .fieldFirst(facts.design, date: plan.date, missing: missing)
    }
    let session = TrainingSession(
      number: sessions.count + 1, date: plan.date, layers: plan.layers.distinct(),
      title: plan.title, items: plan.items.distinct(),
      overrideReason: missing.isEmpty ? nil : plan.overrideReason)
    return [.sessionScheduled(session)]
  }

  func changing(
    _ number: Int, _ change: SessionChange, _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    let session = try liveSession(number, facts)
    if change.date == nil && !change.cancelled {
      throw .nothingToChange(facts.design, session: number)
    }
    if change.cancelled, !session.attendees.isEmpty {
      throw .sessionHeld(facts.design, session: number, attendees: session.attendees.count)
    }
    try DesignRefusal.check((change.reason, .reason))
    if !change.cancelled && change.date == session.date { return [] }
    try mustKeepOrder(number, change, facts, circumstances)
    return [
      .sessionChanged(
        session: number, date: change.date, cancelled: change.cancelled, reason: change.reason)
    ]
  }

  /// Accounts that were recorded before are passed over, whether they left since or not.
  func attending(
    _ number: Int, _ accounts: [Account], _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    let session = try liveSession(number, facts)
    try mustHaveBegun(number, session, facts, circumstances)
    if accounts.isEmpty { throw .noAttendees(facts.design, session: number) }
    let new = accounts.distinct().filter { !session.attendees.contains($0) }
    let strangers = new.filter { !facts.members.contains($0) }
    if !strangers.isEmpty {
      throw .notMembers(facts.design, session: number, accounts: strangers)
    }
    return new.isEmpty ? [] : [.attendanceRecorded(session: number, accounts: new)]
  }

  /// Level 0, not held, needs no more words and suits a cancelled session too.
  func evaluating(
    _ evaluation: Evaluation, _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    let number = evaluation.session
    guard (0...5).contains(evaluation.level) else {
      throw .levelOutOfRange(facts.design, level: evaluation.level)
    }
    let session = try session(number, facts)
    if evaluation.level > 0 && session.isCancelled {
      throw .sessionCancelled(facts.design, session: number)
    }
    if !session.isCancelled { try mustHaveBegun(number, session, facts, circumstances) }
    return [try evaluation.event(facts)]
  }

  private func session(
    _ number: Int, _ facts: DesignFacts
  ) throws(DesignRefusal) -> ScheduledSession {
    guard number > 0, number <= sessions.count else {
      throw .unknownSession(facts.design, session: number, count: sessions.count)
    }
    return sessions[number - 1]
  }

  private func liveSession(
    _ number: Int, _ facts: DesignFacts
  ) throws(DesignRefusal) -> ScheduledSession {
    let session = try session(number, facts)
    if session.isCancelled { throw .sessionCancelled(facts.design, session: number) }
    return session
  }

  private func mustHaveBegun(
    _ number: Int, _ session: ScheduledSession, _ facts: DesignFacts,
    _ circumstances: Circumstances
  ) throws(DesignRefusal) {
    guard session.date <= circumstances.today else {
      throw .sessionAhead(
        facts.design, session: number, date: session.date, today: circumstances.today)
    }
  }
}

extension Evaluation {
  fileprivate func event(_ facts: DesignFacts) throws(DesignRefusal) -> DesignEvent {
    if let score, !(0...100).contains(score) {
      throw .scoreOutOfRange(facts.design, score: score)
    }
    if level > 0 && score == nil && note == nil {
      throw .emptyEvaluation(facts.design, session: session)
    }
    try DesignRefusal.check((note, .note))
    return .evaluationRecorded(
      session: session, level: level, score: score, note: note)
  }
}
