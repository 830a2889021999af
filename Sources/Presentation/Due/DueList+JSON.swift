package import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Reviews

extension DueList {
  package var json: JSON {
    [
      "on": JSON("\(today)"), "due": JSON(!isEmpty), "reviews": .array(reviews.map(review)),
      "decisions": .array(decisions.map(decision)),
    ]
  }

  private func review(_ review: DueReview) -> JSON {
    [
      "id": JSON("\(review.id)"), "kind": JSON(review.id.period.kind.rawValue),
      "from": JSON("\(review.id.period.firstDay)"), "to": JSON("\(review.id.period.lastDay)"),
      "state": JSON(review.state.rawValue), "dueSince": JSON("\(review.since)"),
      "missedBefore": JSON(review.missedBefore),
    ]
  }

  private func decision(_ decision: PendingDecision) -> JSON {
    [
      "id": JSON("\(decision.id)"), "decision": JSON(decision.decision),
      "owner": JSON("\(decision.owner)"), "due": JSON("\(decision.due)"),
      "daysLate": JSON(decision.due.days(until: today)), "carried": JSON(decision.carried),
    ]
  }
}
