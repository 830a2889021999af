import CivilTime

extension Review {
  package func decide(
    _ command: ReviewCommand, knowing facts: ReviewFacts, in circumstances: Circumstances
  ) throws(ReviewRefusal) -> [ReviewEvent] {
    switch command {
    case .open:
      try opening(facts, circumstances)
    case .retakeSnapshot:
      try openReview(facts).retaking(facts)
    case .decide(let decision, let owner, let due, let about):
      try openReview(facts).deciding(
        NewDecision(decision: decision, owner: owner, due: due, about: about), facts,
        circumstances)
    case .done(let number, let note):
      try finishing(number, note, facts)
    case .carryOver(let decision, let due, let reason):
      try openReview(facts).carrying(decision, to: due, reason, facts, circumstances)
    case .close(let note):
      try openReview(facts).closing(note, facts, circumstances)
    case .addAddendum(let addendum):
      try adding(addendum, facts)
    }
  }

  private func opening(
    _ facts: ReviewFacts, _ circumstances: Circumstances
  ) throws(ReviewRefusal) -> [ReviewEvent] {
    switch self {
    case .open: return []
    case .closed: throw .alreadyClosed(facts.review)
    case .unopened:
      let period = facts.review.period
      guard period.firstDay <= circumstances.today else {
        throw .periodNotBegun(
          facts.review, begins: period.firstDay, today: circumstances.today)
      }
      return [.opened(period: period), try facts.snapshot.taken(in: facts.review)]
    }
  }

  /// Decisions are finished after the review is closed, too.
  private func finishing(
    _ number: Int, _ note: String?, _ facts: ReviewFacts
  ) throws(ReviewRefusal) -> [ReviewEvent] {
    if case .unopened = self { throw .notOpened(facts.review) }
    guard number > 0, number <= decisions.count else {
      throw .unknownDecision(DecisionID(facts.review, number))
    }
    if decisions[number - 1].isDone { return [] }
    try ReviewRefusal.check((note, .note))
    return [.decisionDone(number: number, note: note)]
  }

  private func adding(
    _ addendum: String, _ facts: ReviewFacts
  ) throws(ReviewRefusal) -> [ReviewEvent] {
    switch self {
    case .unopened: throw .notOpened(facts.review)
    case .open: throw .notClosed(facts.review)
    case .closed:
      try ReviewRefusal.check((addendum, .addendum))
      return [.addendumMade(addendum: addendum)]
    }
  }

  private func openReview(_ facts: ReviewFacts) throws(ReviewRefusal) -> OpenReview {
    switch self {
    case .unopened: throw .notOpened(facts.review)
    case .open(let review): review
    case .closed: throw .alreadyClosed(facts.review)
    }
  }
}

extension ReviewSnapshot {
  func taken(in review: ReviewID) throws(ReviewRefusal) -> ReviewEvent {
    try mustBeHash(hash, in: review)
    return .snapshotTaken(
      positions: positions, profile: profile, profileVersion: profileVersion, hash: hash)
  }
}

/// Refuses what isn't a lower-case hexadecimal SHA-256.
func mustBeHash(_ hash: String, in review: ReviewID) throws(ReviewRefusal) {
  let digits = Set("0123456789abcdef".utf8)
  guard hash.utf8.count == 64, hash.utf8.allSatisfy(digits.contains) else {
    throw .malformedHash(review, hash: hash)
  }
}
