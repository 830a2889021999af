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
    case .opened: self = .open(OpenReview())
    case .snapshotTaken(let positions, let profile, let version, let hash, let yardstick):
      changeOpen {
        $0.snapshot = ReviewSnapshot(
          positions: positions, profile: profile, profileVersion: version, hash: hash,
          judgedBy: yardstick)
      }
    case .decisionMade(_, _, _, let due, _):
      changeOpen { $0.decisions.append(ReviewDecision(due: due)) }
    case .decisionDone(let number, _): finish(number)
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

  private mutating func finish(_ number: Int) {
    var decisions = decisions
    guard decisions.indices.contains(number - 1) else { return }
    decisions[number - 1].isDone = true
    switch self {
    case .unopened: break
    case .open: changeOpen { $0.decisions = decisions }
    case .closed: self = .closed(decisions: decisions)
    }
  }
}

package struct OpenReview: Sendable, Equatable {
  var snapshot = ReviewSnapshot.notTaken
  var decisions: [ReviewDecision] = []
  /// The day that each decision carried over in this review is due by now.
  var carriedOver: [DecisionID: LocalDate] = [:]
}

package struct ReviewDecision: Sendable, Equatable {
  var due: LocalDate
  var isDone = false
}
