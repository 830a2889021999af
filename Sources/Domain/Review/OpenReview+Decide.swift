import CivilTime

struct NewDecision {
  var decision: String
  var owner: Account
  var due: LocalDate
  var about: String?
}

/// Decisions while the review is open.
extension OpenReview {
  func retaking(_ facts: ReviewFacts) throws(ReviewRefusal) -> [ReviewEvent] {
    let taken = try facts.snapshot.taken(in: facts.review)
    return facts.snapshot == snapshot ? [] : [taken]
  }

  func deciding(
    _ new: NewDecision, _ facts: ReviewFacts, _ circumstances: Circumstances
  ) throws(ReviewRefusal) -> [ReviewEvent] {
    if circumstances.actorIsMachine { throw .machineCannotDecide(facts.review) }
    guard facts.members.contains(new.owner) else {
      throw .notAMember(facts.review, account: new.owner)
    }
    try mustLieAhead(new.due, facts, circumstances)
    try ReviewRefusal.check((new.decision, .decision), (new.about, .item))
    if let about = new.about, !facts.subjects.contains(about) {
      throw .notInReview(facts.review, about: about)
    }
    return [
      .decisionMade(
        number: decisions.count + 1, decision: new.decision,
        owner: new.owner, due: new.due, about: new.about)
    ]
  }

  /// A machine that carried everything over would empty the rule on closing.
  func carrying(
    _ decision: DecisionID, to due: LocalDate, _ reason: String, _ facts: ReviewFacts,
    _ circumstances: Circumstances
  ) throws(ReviewRefusal) -> [ReviewEvent] {
    if circumstances.actorIsMachine {
      throw .machineCannotCarryOver(facts.review, decision: decision)
    }
    try mustBeUnfinished(decision, facts)
    try mustLieAhead(due, facts, circumstances)
    try ReviewRefusal.check((reason, .reason))
    if carriedOver[decision] == due { return [] }
    return [.itemCarriedOver(decision: decision, due: due, reason: reason)]
  }

  /// Decisions made in this review whose day lies ahead stay as they are: the
  /// next review finds them by itself.
  func closing(
    _ note: String?, _ facts: ReviewFacts, _ circumstances: Circumstances
  ) throws(ReviewRefusal) -> [ReviewEvent] {
    if circumstances.actorIsMachine { throw .machineCannotClose(facts.review) }
    let earlier = facts.openDecisions.filter { carriedOver[$0.id] == nil }
    let left = earlier + overdue(facts, circumstances)
    guard left.isEmpty && facts.signals.isEmpty else {
      throw .itemsLeft(facts.review, signals: facts.signals, decisions: left)
    }
    try mustBeHash(facts.hash, in: facts.review)
    try ReviewRefusal.check((note, .note))
    return [.closed(hash: facts.hash, note: note, considered: facts.considered)]
  }

  /// This review's own decisions that are not done and whose day has passed.
  private func overdue(_ facts: ReviewFacts, _ circumstances: Circumstances) -> [OpenDecision] {
    decisions.indices.filter { !decisions[$0].isDone }
      .map { index in
        let id = DecisionID(facts.review, index + 1)
        return OpenDecision(id: id, due: carriedOver[id] ?? decisions[index].due)
      }
      .filter { $0.due < circumstances.today }
  }

  private func mustBeUnfinished(
    _ decision: DecisionID, _ facts: ReviewFacts
  ) throws(ReviewRefusal) {
    if facts.openDecisions.contains(where: { $0.id == decision }) { return }
    guard decision.review == facts.review, decisions.indices.contains(decision.number - 1) else {
      throw .nothingToCarryOver(facts.review, decision: decision)
    }
    if decisions[decision.number - 1].isDone { throw .alreadyDone(decision) }
  }

  private func mustLieAhead(
    _ due: LocalDate, _ facts: ReviewFacts, _ circumstances: Circumstances
  ) throws(ReviewRefusal) {
    guard due >= circumstances.today else {
      throw .dueInThePast(facts.review, due: due, today: circumstances.today)
    }
  }
}
