package import CivilTime
package import Domain
package import EventLog
import Orders

/// What a review pinned, read from the log alone.
package struct PinnedReview: Sendable {
  package struct Closing: Sendable {
    package let hash: String
    package let note: String?
    /// How far each department's log was known when it was closed.
    package let considered: [DepartmentCode: Int]
    /// Nil where a program closed it that pinned no report.
    package let report: ClosedReport?
    package let event: RecordedEvent
  }

  package let id: ReviewID
  /// What the reviewers look at, as last taken.
  package fileprivate(set) var snapshot = ReviewSnapshot.notTaken
  /// When the log learned of the snapshot.
  package fileprivate(set) var takenAt = Instant(microseconds: 0)
  /// Nil while it is open.
  package fileprivate(set) var closing: Closing?
  /// Decisions made, done and carried over in the review, and signals acknowledged since the
  /// snapshot, in the order they were recorded; up to the closing.
  package fileprivate(set) var acts: [RecordedEvent] = []
}

extension Office {
  /// Nil for a review that wasn't opened.
  /// - Parameter considered: how far to read; a review closed by then is read up to its closing.
  func pinned(
    _ id: ReviewID, upTo considered: [DepartmentCode: Int]
  ) throws -> PinnedReview? {
    var review = PinnedReview(id: id)
    let events = try LogReader.stream(
      id.stream, of: id.department.rawValue, upTo: considered[id.department] ?? 0, in: session)
    for event in events { try review.take(event) }
    guard review.snapshot != .notTaken else { return nil }
    review.acts += try acknowledgements(
      review, upTo: review.closing?.considered ?? considered)
    review.acts.sort {
      ($0.recordedAt, $0.department, $0.position) < ($1.recordedAt, $1.department, $1.position)
    }
    return review
  }

  /// Of the review's department; of every one when it is the head's.
  private func acknowledgements(
    _ review: PinnedReview, upTo considered: [DepartmentCode: Int]
  ) throws -> [RecordedEvent] {
    var stretches: [String: Range<Int>] = [:]
    for (department, last) in considered
    where review.id.department == setting.head || review.id.department == department {
      let first = review.snapshot.positions[department] ?? 0
      if first < last { stretches[department.rawValue] = first..<last }
    }
    return try LogReader.events(ofType: "SignalAcknowledged", within: stretches, in: session)
  }
}

extension PinnedReview {
  fileprivate mutating func take(_ event: RecordedEvent) throws {
    switch try event.decoded(as: ReviewEvent.self) {
    case .opened, .addendumMade: break
    case .snapshotTaken(let positions, let profile, let version, let hash, let yardstick):
      snapshot = ReviewSnapshot(
        positions: positions, profile: profile, profileVersion: version, hash: hash,
        judgedBy: yardstick)
      takenAt = event.recordedAt
    case .decisionMade, .decisionDone, .decisionAmended, .decisionWithdrawn, .itemCarriedOver:
      if closing == nil { acts.append(event) }
    case .closed(let hash, let note, let considered, let report):
      closing = Closing(
        hash: hash, note: note, considered: considered, report: report, event: event)
    }
  }
}
