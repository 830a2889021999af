package import CivilTime

/// A weekly or monthly review as an act (stream `review-2026-W47` or
/// `review-2026-11`); the head department's is that of the whole organization.
package enum ReviewEvent: Sendable, Equatable {
  case opened(period: ReviewPeriod)
  /// What the reviewers look at: positions of the logs, the rule profile, and
  /// the hash (lower-case hexadecimal SHA-256) of the report as versioned JSON.
  case snapshotTaken(
    positions: [DepartmentCode: Int], profile: String, profileVersion: Int, hash: String)
  /// `number` counts the review's decisions from 1; `about` is an id or nil.
  case decisionMade(
    number: Int, decision: String, owner: Account, due: LocalDate, about: String?)
  case decisionDone(number: Int, note: String?)
  /// An unfinished decision of an earlier review (or of this one) moves on.
  case itemCarriedOver(decision: DecisionID, due: LocalDate, reason: String)
  /// `hash` pins positions, profile and the acts before closing; `considered` is how far each
  /// department's log was known then.
  case closed(hash: String, note: String?, considered: [DepartmentCode: Int] = [:])
  case addendumMade(addendum: String)
}
