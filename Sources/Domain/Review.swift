package import CanonicalJSON
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
  private enum Name: String, CaseIterable {
    case opened = "ReviewOpened"
    case snapshotTaken = "SnapshotTaken"
    case decisionMade = "DecisionMade"
    case decisionDone = "DecisionDone"
    case itemCarriedOver = "ItemCarriedOver"
    case closed = "ReviewClosed"
    case addendumMade = "AddendumMade"
  }

  package static let types = Set(Name.allCases.map(\.rawValue))

  package var type: String { name.rawValue }

  private var name: Name {
    switch self {
    case .opened: .opened
    case .snapshotTaken: .snapshotTaken
    case .decisionMade: .decisionMade
    case .decisionDone: .decisionDone
    case .itemCarriedOver: .itemCarriedOver
    case .closed: .closed
    case .addendumMade: .addendumMade
    }
  }

  package var payload: JSON {
    switch self {
    case .opened(let period): ["period": JSON(text: period)]
    case .snapshotTaken(let positions, let profile, let version, let hash, let yardstick):
      .members(
        [
          "positions": JSON(positions: positions), "profile": JSON(profile),
          "profileVersion": JSON(version), "hash": JSON(hash),
        ], and: yardstick?.members)
    case .decisionMade(let number, let decision, let owner, let due, let about):
      [
        "number": JSON(number), "decision": JSON(decision), "owner": JSON(text: owner),
        "due": JSON(text: due), "about": JSON(about),
      ]
    case .decisionDone(let number, let note): ["number": JSON(number), "note": JSON(note)]
    case .itemCarriedOver(let decision, let due, let reason):
      ["decision": JSON(text: decision), "due": JSON(text: due), "reason": JSON(reason)]
    case .closed(let hash, let note, let considered, let report):
      .members(
        [
          "hash": JSON(hash), "note": JSON(note),
          "considered": considered.isEmpty ? JSON?.none : JSON(positions: considered),
        ], and: report?.members)
    case .addendumMade(let addendum): ["addendum": JSON(addendum)]
    }
  }

  package init(type: String, payload: Fields) throws(PayloadError) {
    let name = try Self.known(type, as: Name.self)
    self = try Self.decoded(name, payload)
  }

  private static func decoded(
    _ name: Name, _ fields: Fields
  ) throws(PayloadError) -> ReviewEvent {
    switch name {
    case .opened: .opened(period: try fields.value("period", via: ReviewPeriod.init))
    case .snapshotTaken:
      .snapshotTaken(
        positions: try fields.positions("positions"), profile: try fields.string("profile"),
        profileVersion: try fields.int("profileVersion"), hash: try fields.string("hash"),
        judgedBy: try ReviewYardstick.read(fields))
    case .decisionMade:
      .decisionMade(
        number: try fields.int("number"), decision: try fields.string("decision"),
        owner: try fields.value("owner", via: Account.init),
        due: try fields.value("due", via: LocalDate.init(iso:)),
        about: try fields.optionalString("about"))
    case .decisionDone:
      .decisionDone(number: try fields.int("number"), note: try fields.optionalString("note"))
    case .itemCarriedOver:
      .itemCarriedOver(
        decision: try fields.value("decision", via: DecisionID.init),
        due: try fields.value("due", via: LocalDate.init(iso:)),
        reason: try fields.string("reason"))
    case .closed:
      .closed(
        hash: try fields.string("hash"), note: try fields.optionalString("note"),
        considered: try fields.optionalPositions("considered"),
        report: try ClosedReport.read(fields))
    case .addendumMade: .addendumMade(addendum: try fields.string("addendum"))
    }
  }
}

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
