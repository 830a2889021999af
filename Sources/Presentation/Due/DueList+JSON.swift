package import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Reviews
import Shapes
package import Subsidy

extension DueList {
  package var json: JSON {
    [
      "on": JSON("\(today)"), "due": JSON(!isEmpty), "reviews": .array(reviews.map(review)),
      "decisions": .array(
        decisions.map { $0.json.with(["daysLate": JSON($0.due.days(until: today))]) }),
    ]
  }

  /// - Parameter papers: of subsidies, which are named where there are any.
  package func json(subsidyPapers papers: [DuePaper]) -> JSON {
    papers.isEmpty ? json : json.with(["subsidyPapers": .array(papers.map(\.json))])
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
