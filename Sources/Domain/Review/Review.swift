import CivilTime

/// What decisions in a review need to know of it.
package enum Review: Aggregate {
  case unopened
  case open(OpenReview)
  case closed(decisions: [ReviewDecision])

  package init() { self = .unopened }

  package static let decisionTypes = ReviewEvent.types.subtracting(["AddendumMade"])

  package mutating func evolve(_ event: ReviewEvent) {
    switch event {
    case .opened: self = .open(OpenReview())
    case .snapshotTaken(let positions, let profile, let version, let hash):
      changeOpen {
        $0.snapshot = ReviewSnapshot(
          positions: positions, profile: profile, profileVersion: version, hash: hash)
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
