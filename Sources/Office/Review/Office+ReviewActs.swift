package import CivilTime
package import Domain
package import EventLog
package import Orders
package import Reviews
import Tracker

/// What opens, decides in and closes a review; what is recorded rests on the report as it stands then.
extension Office {
  package func open(_ id: ReviewID, _ order: Order) throws -> Outcome<ReviewEvent> {
    try tracker.review(.open, on: id, order) { try snapshotBasis(id, in: $0) }
  }

  /// Takes the snapshot of an open review anew.
  package func retake(_ id: ReviewID, _ order: Order) throws -> Outcome<ReviewEvent> {
    try tracker.review(.retakeSnapshot, on: id, order) { try snapshotBasis(id, in: $0) }
  }

  /// - Parameter report: the one whose subjects a decision may be about; nil for a decision about nothing
  ///   that a report looks at.
  package func decide(
    _ decision: String, by owner: Account, due: LocalDate, about subject: String?,
    of report: ReviewReport?, in id: ReviewID, _ order: Order
  ) throws -> (id: DecisionID?, outcome: Outcome<ReviewEvent>) {
    let outcome = try tracker.review(
      .decide(decision: decision, owner: owner, due: due, about: subject), on: id, order
    ) { _ in ReviewBasis(snapshot: .notTaken, subjects: report?.subjects ?? []) }
    return (outcome.decision(in: id), outcome)
  }

  /// Closes a review, and keeps its report beside the log as of its snapshot.
  /// - Parameter form: writes the report down as it is to be kept.
  package func close(
    _ id: ReviewID, note: String? = nil, _ order: Order, as form: (ReviewReport) -> KeptReport
  ) throws -> Outcome<ReviewEvent> {
    let kept = try reportToKeep(of: id, as: form)
    return try tracker.review(.close(note: note), on: id, order) {
      try closingBasis(id, keeping: kept, in: $0)
    }
  }

  /// Adds to a closed review.
  package func add(_ text: String, to id: ReviewID, _ order: Order) throws -> Outcome<ReviewEvent> {
    try tracker.review(.addAddendum(text), on: id, order) { try closingBasis(id, in: $0) }
  }
}

extension Outcome<ReviewEvent> {
  /// The decision that it made.
  fileprivate func decision(in review: ReviewID) -> DecisionID? {
    guard case .decisionMade(let number, _, _, _, _) = events.first else { return nil }
    return DecisionID(review, number)
  }
}
