package import CivilTime

/// Why a command on a review was refused.
package enum ReviewRefusal: RefusalReason {
  case text(TextRefusal)
  case periodNotBegun(ReviewID, begins: LocalDate, today: LocalDate)
  case notOpened(ReviewID)
  case alreadyClosed(ReviewID)
  case notClosed(ReviewID)
  /// A snapshot's or a closing's hash that isn't one.
  case malformedHash(ReviewID, hash: String)
  case machineCannotDecide(ReviewID)
  case machineCannotCarryOver(ReviewID, decision: DecisionID)
  case machineCannotClose(ReviewID)
  case notAMember(ReviewID, account: Account)
  /// What a decision is to be about is nothing that the review looks at.
  case notInReview(ReviewID, about: String)
  case dueInThePast(ReviewID, due: LocalDate, today: LocalDate)
  case unknownDecision(DecisionID)
  /// Neither of this review nor an unfinished one of an earlier review.
  case nothingToCarryOver(ReviewID, decision: DecisionID)
  case alreadyDone(DecisionID)
  /// What stands in the way of closing; one of the lists may be empty.
  case itemsLeft(ReviewID, signals: [OpenSignal], decisions: [OpenDecision])
}
