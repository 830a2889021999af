package import CanonicalJSON
import CivilTime
import Domain
package import ReadModels

/// What closing a review pins: the snapshot's positions, the rule profile, and the acts before.
package struct ReviewClosing: Sendable {
  package let review: ReviewRow
  package let decisions: [ReviewDecisionRow]
  package let carried: [ReviewCarryRow]
  /// Of signals that the review looks at.
  package let acknowledgements: [SignalAcknowledgementRow]

  package init(_ detail: ReviewDetail, acknowledgements: [SignalAcknowledgementRow]) {
    review = detail.review
    decisions = detail.decisions
    carried = detail.carried
    self.acknowledgements = acknowledgements.sorted {
      ($0.department, $0.position) < ($1.department, $1.position)
    }
  }

  package var json: JSON {
    [
      "version": 1, "review": JSON("\(review.id)"),
      "positions": JSON(
        review.snapshotPositions.reduce(into: JSONObject()) { $0["\($1.key)"] = JSON($1.value) }),
      "profile": JSON(review.profile) ?? .null,
      "profileVersion": JSON(review.profileVersion) ?? .null,
      "snapshotHash": JSON(review.snapshotHash) ?? .null,
      "decisions": .array(decisions.map(decision)), "carried": .array(carried.map(item)),
      "acknowledgements": .array(acknowledgements.map(acknowledgement)),
    ]
  }

  private func decision(_ row: ReviewDecisionRow) -> JSON {
    [
      "id": JSON("\(row.id)"), "decision": JSON(row.decision), "owner": JSON("\(row.owner)"),
      "due": JSON("\(row.due)"), "about": JSON(row.about) ?? .null, "by": JSON("\(row.madeBy)"),
      "madeAt": JSON("\(row.madeAt)"), "doneAt": JSON(text: row.doneAt) ?? .null,
    ]
  }

  private func item(_ row: ReviewCarryRow) -> JSON {
    [
      "decision": JSON("\(row.decision)"), "due": JSON("\(row.due)"), "reason": JSON(row.reason),
      "by": JSON("\(row.carriedBy)"), "at": JSON("\(row.carriedAt)"),
    ]
  }

  private func acknowledgement(_ row: SignalAcknowledgementRow) -> JSON {
    [
      "kpi": JSON("\(row.department)/\(row.kpi)"), "rule": JSON(row.rule),
      "period": JSON("\(row.period)"), "note": JSON(row.note),
      "by": JSON("\(row.acknowledgedBy)"), "at": JSON("\(row.acknowledgedAt)"),
    ]
  }
}
