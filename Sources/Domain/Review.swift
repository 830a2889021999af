import CanonicalJSON
package import CivilTime

/// A weekly or monthly review as an act (stream `review-2026-W47` or
/// `review-2026-11`); the head department's is that of the whole organization.
package enum ReviewEvent: Sendable, Equatable {
  case opened(period: ReviewPeriod)
  /// What the reviewers look at: positions of the logs, the rule profile, and
  /// the hash (lower-case hexadecimal SHA-256) of the report as versioned JSON.
  case snapshotTaken(
    positions: [DepartmentCode: Int], profile: String, profileVersion: Int, hash: String,
    judgedBy: ReviewYardstick? = nil)
  /// `number` counts the review's decisions from 1; `about` is an id or nil.
  case decisionMade(
    number: Int, decision: String, owner: Account, due: LocalDate, about: String?)
  case decisionDone(number: Int, note: String?)
  /// Another owner, another day, or both; nil leaves it as it is.
  case decisionAmended(number: Int, owner: Account?, due: LocalDate?, reason: String)
  /// What was decided is not to be done any longer.
  case decisionWithdrawn(number: Int, reason: String)
  /// An unfinished decision of an earlier review (or of this one) moves on.
  case itemCarriedOver(decision: DecisionID, due: LocalDate, reason: String)
  /// `hash` pins positions, profile and the acts before closing; `considered` is how far each
  /// department's log was known then.
  case closed(
    hash: String, note: String?, considered: [DepartmentCode: Int] = [:],
    report: ClosedReport? = nil)
  case addendumMade(addendum: String)
}

extension ReviewEvent: StoredEvent {
  package static let cases: [EventCase<ReviewEvent>] = [
    EventCase("ReviewOpened", ReviewEvent.opened, .value("period")) {
      if case .opened(let period) = $0 { period } else { nil }
    },
    EventCase(
      "SnapshotTaken", ReviewEvent.snapshotTaken, .positions("positions"), .word("profile"),
      .value("profileVersion"), .word("hash"), ReviewYardstick.pinned
    ) {
      if case .snapshotTaken(let positions, let profile, let version, let hash, let yardstick) = $0
      {
        (positions, profile, version, hash, yardstick)
      } else {
        nil
      }
    },
    EventCase(
      "DecisionMade", ReviewEvent.decisionMade, .value("number"), .text("decision", .decision),
      .value("owner"), .value("due"), .word("about")
    ) {
      if case .decisionMade(let number, let decision, let owner, let due, let about) = $0 {
        (number, decision, owner, due, about)
      } else {
        nil
      }
    },
    EventCase(
      "DecisionDone", ReviewEvent.decisionDone, .value("number"), .text("note", .note)
    ) {
      if case .decisionDone(let number, let note) = $0 { (number, note) } else { nil }
    },
    EventCase(
      "DecisionAmended", ReviewEvent.decisionAmended, .value("number"), .value("owner"),
      .value("due"), .text("reason", .reason)
    ) {
      if case .decisionAmended(let number, let owner, let due, let reason) = $0 {
        (number, owner, due, reason)
      } else {
        nil
      }
    },
    EventCase(
      "DecisionWithdrawn", ReviewEvent.decisionWithdrawn, .value("number"),
      .text("reason", .reason)
    ) {
      if case .decisionWithdrawn(let number, let reason) = $0 { (number, reason) } else { nil }
    },
    EventCase(
      "ItemCarriedOver", ReviewEvent.itemCarriedOver, .value("decision"), .value("due"),
      .text("reason", .reason)
    ) {
      if case .itemCarriedOver(let decision, let due, let reason) = $0 {
        (decision, due, reason)
      } else {
        nil
      }
    },
    EventCase(
      "ReviewClosed", ReviewEvent.closed, .word("hash"), .text("note", .note),
      .positionsIfAny("considered"), ClosedReport.pinned
    ) {
      if case .closed(let hash, let note, let considered, let report) = $0 {
        (hash, note, considered, report)
      } else {
        nil
      }
    },
    EventCase("AddendumMade", ReviewEvent.addendumMade, .text("addendum", .addendum)) {
      if case .addendumMade(let addendum) = $0 { addendum } else { nil }
    },
  ]
}

/// What decisions in a review need to know of it.
package enum Review: Aggregate {
  case unopened
  case open(OpenReview)
  case closed(decisions: [ReviewDecision])

  package init() { self = .unopened }

  package static let decisionTypes = ReviewEvent.types(except: "AddendumMade")
  package static let factsFrom: Set<Subject> = [.review]

  package mutating func evolve(_ event: ReviewEvent) {
    switch event {
    case .opened(let period): self = .open(OpenReview(period: period))
    case .snapshotTaken(let positions, let profile, let version, let hash, let yardstick):
      changeOpen {
        $0.snapshot = ReviewSnapshot(
          positions: positions, profile: profile, profileVersion: version, hash: hash,
          judgedBy: yardstick)
      }
    case .decisionMade(_, _, let owner, let due, _):
      changeOpen { $0.decisions.append(ReviewDecision(owner: owner, due: due)) }
    case .decisionDone(let number, _): change(number) { $0.fate = .done }
    case .decisionAmended(let number, let owner, let due, _): amend(number, owner, due)
    case .decisionWithdrawn(let number, let reason):
      change(number) { $0.fate = .withdrawn(reason: reason) }
    case .itemCarriedOver(let decision, let due, _):
      changeOpen { $0.carriedOver[decision] = due }
    case .closed: self = .closed(decisions: decisions)
    case .addendumMade: break
    }
  }

  /// The review's own decisions, number n at index n − 1.
  var decisions: [ReviewDecision] {
    switch self {
    case .unopened: []
    case .open(let review): review.decisions
    case .closed(let decisions): decisions
    }
  }

  private mutating func changeOpen(_ change: (inout OpenReview) -> Void) {
    guard case .open(var review) = self else { return }
    change(&review)
    self = .open(review)
  }

  /// The day that it is amended to takes the place of the one that it was carried over to.
  private mutating func amend(_ number: Int, _ owner: Account?, _ due: LocalDate?) {
    change(number) {
      $0.owner = owner ?? $0.owner
      $0.due = due ?? $0.due
    }
    if due != nil { changeOpen { $0.forgetCarrying(own: number) } }
  }

  private mutating func change(_ number: Int, _ change: (inout ReviewDecision) -> Void) {
    var decisions = decisions
    guard decisions.indices.contains(number - 1) else { return }
    change(&decisions[number - 1])
    switch self {
    case .unopened: break
    case .open: changeOpen { $0.decisions = decisions }
    case .closed: self = .closed(decisions: decisions)
    }
  }
}

package struct OpenReview: Sendable, Equatable {
  let period: ReviewPeriod
  var snapshot = ReviewSnapshot.notTaken
  var decisions: [ReviewDecision] = []
  /// The day that each decision carried over in this review is due by now.
  var carriedOver: [DecisionID: LocalDate] = [:]

  init(period: ReviewPeriod) { self.period = period }

  mutating func forgetCarrying(own number: Int) {
    carriedOver = carriedOver.filter { $0.key.number != number || $0.key.review.period != period }
  }
}

package struct ReviewDecision: Sendable, Equatable {
  enum Fate: Sendable, Equatable {
    case open, done
    case withdrawn(reason: String)
  }

  var owner: Account
  var due: LocalDate
  var fate = Fate.open
}
