package import CanonicalJSON
package import CivilTime

package enum ReviewCommand: Sendable, Equatable {
  /// Opens the review that the facts name, with the snapshot they bring.
  case open
  case retakeSnapshot
  /// `about` is an id or nil.
  case decide(decision: String, owner: Account, due: LocalDate, about: String?)
  case done(number: Int, note: String?)
  /// Nil leaves the owner or the day as it is.
  case amend(number: Int, owner: Account?, due: LocalDate?, reason: String)
  case withdraw(number: Int, reason: String)
  case carryOver(decision: DecisionID, due: LocalDate, reason: String)
  case close(note: String?)
  case addAddendum(String)
}

extension ReviewCommand: StatedCommand {
  package var needs: Right {
    switch self {
    case .open, .retakeSnapshot, .carryOver, .close, .addAddendum: .review
    case .decide, .amend, .withdraw: .resolve
    case .done: .judge
    }
  }

  package var content: JSON {
    switch self {
    case .open: .command("review.open", [:])
    case .retakeSnapshot: .command("review.retakeSnapshot", [:])
    case .decide(let decision, let owner, let due, let about):
      .command(
        "review.decide",
        [
          "decision": JSON(decision), "owner": JSON(text: owner),
          "due": JSON(text: due), "about": JSON(about),
        ])
    case .done(let number, let note):
      .command("review.done", ["number": JSON(stated: number), "note": JSON(note)])
    case .amend(let number, let owner, let due, let reason):
      .command(
        "review.amend",
        [
          "number": JSON(stated: number), "owner": JSON(text: owner), "due": JSON(text: due),
          "reason": JSON(reason),
        ])
    case .withdraw(let number, let reason):
      .command("review.withdraw", ["number": JSON(stated: number), "reason": JSON(reason)])
    case .carryOver(let decision, let due, let reason):
      .command(
        "review.carryOver",
        [
          "decision": JSON(text: decision), "due": JSON(text: due),
          "reason": JSON(reason),
        ])
    case .close(let note): .command("review.close", ["note": JSON(note)])
    case .addAddendum(let addendum):
      .command("review.addAddendum", ["addendum": JSON(addendum)])
    }
  }
}

/// What other streams know of a review. Every default refuses.
package struct ReviewFacts: Sendable, Equatable {
  package var review: ReviewID
  /// What the reviewers look at; read by `open` and `retakeSnapshot`.
  package var snapshot: ReviewSnapshot
  /// Accounts of the organization.
  package var members: Set<Account>
  /// Ids and KPIs of what the review looks at; read by a decision that says what it is about.
  package var subjects: Set<String>
  /// Decisions of earlier reviews that are not done.
  package var openDecisions: [OpenDecision]
  /// Signals on full charts that nobody acknowledged.
  package var signals: [OpenSignal]
  /// What `close` pins: positions, profile and the acts before closing, as
  /// lower-case hexadecimal SHA-256.
  package var hash: String
  /// How far each department's log was known for signals and hash.
  package var considered: [DepartmentCode: Int]
  /// What `close` pins of the report that is kept; nil where none is.
  package var report: ClosedReport?

  package init(
    review: ReviewID, snapshot: ReviewSnapshot = .notTaken, members: Set<Account> = [],
    subjects: Set<String> = [], openDecisions: [OpenDecision] = [], signals: [OpenSignal] = [],
    hash: String = "",
    considered: [DepartmentCode: Int] = [:], report: ClosedReport? = nil
  ) {
    self.review = review
    self.snapshot = snapshot
    self.members = members
    self.subjects = subjects
    self.openDecisions = openDecisions
    self.signals = signals
    self.hash = hash
    self.considered = considered
    self.report = report
  }
}

package struct ReviewSnapshot: Sendable, Equatable {
  /// The position of each department's log that the report was made from.
  package var positions: [DepartmentCode: Int]
  /// The rule profile of the charts.
  package var profile: String
  package var profileVersion: Int
  /// Lower-case hexadecimal SHA-256 of the report as versioned JSON.
  package var hash: String
  /// Nil in snapshots of programs that pinned none.
  package var yardstick: ReviewYardstick?

  package init(
    positions: [DepartmentCode: Int], profile: String, profileVersion: Int, hash: String,
    judgedBy yardstick: ReviewYardstick? = nil
  ) {
    self.positions = positions
    self.profile = profile
    self.profileVersion = profileVersion
    self.hash = hash
    self.yardstick = yardstick
  }

  package static let notTaken = ReviewSnapshot(
    positions: [:], profile: "", profileVersion: 0, hash: "")
}

/// A decision that is not done, with the day it is due by now.
package struct OpenDecision: Sendable, Equatable {
  package var id: DecisionID
  package var due: LocalDate

  package init(id: DecisionID, due: LocalDate) {
    self.id = id
    self.due = due
  }
}

/// A signal that nobody acknowledged.
package struct OpenSignal: Sendable, Hashable {
  package var kpi: KPIReference
  package var signal: SignalReference

  package init(kpi: KPIReference, signal: SignalReference) {
    self.kpi = kpi
    self.signal = signal
  }
}

/// Why a command on a review was refused.
package enum ReviewRefusal: RefusalReason {
  case text(TextRefusal)
  case periodNotBegun(ReviewID, begins: LocalDate, today: LocalDate)
  /// Until a period is over, its review can be held and not closed.
  case periodNotOver(ReviewID, ends: LocalDate, today: LocalDate)
  case notOpened(ReviewID)
  case alreadyClosed(ReviewID)
  case notClosed(ReviewID)
  /// A snapshot's or a closing's hash that isn't one.
  case malformedHash(ReviewID, hash: String)
  case machineCannotDecide(ReviewID)
  case machineCannotCarryOver(ReviewID, decision: DecisionID)
  case machineCannotAmend(DecisionID)
  case machineCannotWithdraw(DecisionID)
  case machineCannotClose(ReviewID)
  case notAMember(ReviewID, account: Account)
  /// What a decision is to be about is nothing that the review looks at.
  case notInReview(ReviewID, about: String)
  case dueInThePast(ReviewID, due: LocalDate, today: LocalDate)
  case unknownDecision(DecisionID)
  /// Neither of this review nor an unfinished one of an earlier review.
  case nothingToCarryOver(ReviewID, decision: DecisionID)
  case alreadyDone(DecisionID)
  case alreadyWithdrawn(DecisionID, reason: String)
  /// Neither another owner nor another day.
  case nothingToAmend(DecisionID)
  /// What stands in the way of closing; one of the lists may be empty.
  case itemsLeft(ReviewID, signals: [OpenSignal], decisions: [OpenDecision])
}

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
    case .amend(let number, let owner, let due, let reason):
      try amending(number, owner, due, reason, facts, circumstances)
    case .withdraw(let number, let reason):
      try withdrawing(number, reason, facts, circumstances)
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
    let decision = try decision(number, facts)
    if decision.fate == .done { return [] }
    try decision.mustStand(DecisionID(facts.review, number))
    try ReviewRefusal.check((note, .note))
    return [.decisionDone(number: number, note: note)]
  }

  /// Decisions are amended and withdrawn after the review is closed, too.
  private func amending(
    _ number: Int, _ owner: Account?, _ due: LocalDate?, _ reason: String, _ facts: ReviewFacts,
    _ circumstances: Circumstances
  ) throws(ReviewRefusal) -> [ReviewEvent] {
    let (id, decision) = (DecisionID(facts.review, number), try decision(number, facts))
    if circumstances.actorIsMachine { throw .machineCannotAmend(id) }
    try decision.mustStand(id)
    if owner == nil && due == nil { throw .nothingToAmend(id) }
    if let owner, !facts.members.contains(owner) {
      throw .notAMember(facts.review, account: owner)
    }
    if let due { try due.mustLieAhead(facts, circumstances) }
    try ReviewRefusal.check((reason, .reason))
    let isSo = (owner ?? decision.owner, due ?? decision.due) == (decision.owner, decision.due)
    if isSo && facts.dueNow(id).map({ $0 == due ?? $0 }) ?? true { return [] }
    return [.decisionAmended(number: number, owner: owner, due: due, reason: reason)]
  }

  private func withdrawing(
    _ number: Int, _ reason: String, _ facts: ReviewFacts, _ circumstances: Circumstances
  ) throws(ReviewRefusal) -> [ReviewEvent] {
    let (id, decision) = (DecisionID(facts.review, number), try decision(number, facts))
    if circumstances.actorIsMachine { throw .machineCannotWithdraw(id) }
    if decision.fate == .withdrawn(reason: reason) { return [] }
    try decision.mustStand(id)
    try ReviewRefusal.check((reason, .reason))
    return [.decisionWithdrawn(number: number, reason: reason)]
  }

  private func decision(
    _ number: Int, _ facts: ReviewFacts
  ) throws(ReviewRefusal) -> ReviewDecision {
    if case .unopened = self { throw .notOpened(facts.review) }
    guard decisions.indices.contains(number - 1) else {
      throw .unknownDecision(DecisionID(facts.review, number))
    }
    return decisions[number - 1]
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

extension ReviewFacts {
  /// The day that an unfinished decision is due by now, as far as the facts tell.
  fileprivate func dueNow(_ decision: DecisionID) -> LocalDate? {
    openDecisions.first { $0.id == decision }?.due
  }
}

extension ReviewDecision {
  /// Refuses what is done or withdrawn.
  func mustStand(_ id: DecisionID) throws(ReviewRefusal) {
    switch fate {
    case .open: return
    case .done: throw .alreadyDone(id)
    case .withdrawn(let reason): throw .alreadyWithdrawn(id, reason: reason)
    }
  }
}

extension LocalDate {
  fileprivate func mustLieAhead(
    _ facts: ReviewFacts, _ circumstances: Circumstances
  ) throws(ReviewRefusal) {
    guard self >= circumstances.today else {
      throw .dueInThePast(facts.review, due: self, today: circumstances.today)
    }
  }
}

extension ReviewSnapshot {
  func taken(in review: ReviewID) throws(ReviewRefusal) -> ReviewEvent {
    try mustBeHash(hash, in: review)
    return .snapshotTaken(
      positions: positions, profile: profile, profileVersion: profileVersion, hash: hash,
      judgedBy: yardstick)
  }
}

/// Refuses what isn't a lower-case hexadecimal SHA-256.
func mustBeHash(_ hash: String, in review: ReviewID) throws(ReviewRefusal) {
  let digits = Set("0123456789abcdef".utf8)
  guard hash.utf8.count == 64, hash.utf8.allSatisfy(digits.contains) else {
    throw .malformedHash(review, hash: hash)
  }
}

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
    try new.due.mustLieAhead(facts, circumstances)
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
    try due.mustLieAhead(facts, circumstances)
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
    let ends = facts.review.period.lastDay
    guard ends < circumstances.today else {
      throw .periodNotOver(facts.review, ends: ends, today: circumstances.today)
    }
    let earlier = facts.openDecisions.filter { carriedOver[$0.id] == nil }
    let left = earlier + overdue(facts, circumstances)
    guard left.isEmpty && facts.signals.isEmpty else {
      throw .itemsLeft(facts.review, signals: facts.signals, decisions: left)
    }
    try mustBeHash(facts.hash, in: facts.review)
    for hash in facts.report?.hashes ?? [] { try mustBeHash(hash, in: facts.review) }
    try ReviewRefusal.check((note, .note))
    return [
      .closed(hash: facts.hash, note: note, considered: facts.considered, report: facts.report)
    ]
  }

  /// This review's own decisions that are not done and whose day has passed.
  private func overdue(_ facts: ReviewFacts, _ circumstances: Circumstances) -> [OpenDecision] {
    decisions.indices.filter { decisions[$0].fate == .open }
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
    try decisions[decision.number - 1].mustStand(decision)
  }
}
