package import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Reviews
import Shapes

extension DueList {
  package var json: JSON {
    [
      "on": JSON("\(today)"), "due": JSON(!isEmpty), "reviews": .array(reviews.map(review)),
      "decisions": .array(
        decisions.map { $0.json.with(["daysLate": JSON($0.due.days(until: today))]) }),
    ]
  }

  private func review(_ review: DueReview) -> JSON {
    [
      "id": JSON("\(review.id)"), "department": JSON("\(review.id.department)"),
      "period": JSON("\(review.id.period)"), "kind": JSON(review.id.period.kind.rawValue),
      "from": JSON("\(review.id.period.firstDay)"), "to": JSON("\(review.id.period.lastDay)"),
      "state": JSON(review.state.rawValue), "dueSince": JSON("\(review.since)"),
      "missedBefore": JSON(review.missedBefore),
    ]
  }
}
