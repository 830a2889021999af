import CanonicalJSON
import Domain
package import EventLog
import ReadModels
package import Reviews
import Statistics
import Tracker

/// What opening and closing a review rest on.
extension Office {
  /// The report as it stands now: how far every department's log is known, the rule profile, and
  /// the hash of the report's JSON.
  func snapshotBasis(_ id: ReviewID, in view: View) throws -> ReviewBasis {
    let report = try report(id, in: view)
    let positions = try view.positions()
    return ReviewBasis(
      snapshot: ReviewSnapshot(
        positions: positions, profile: RuleProfile.nhsMDC.id,
        profileVersion: RuleProfile.nhsMDC.version,
        hash: KeptReport.hash(of: report.json.canonical), judgedBy: report.yardstick),
      considered: positions)
  }

  /// The snapshot that the reviewers looked at, the signals that still wait, and the hash of the
  /// review's acts.
  /// - Parameter kept: the report to be kept, of the snapshot as it was when it was made.
  func closingBasis(
    _ id: ReviewID, keeping kept: (report: KeptReport, snapshot: ReviewSnapshot)? = nil,
    in view: View
  ) throws -> ReviewBasis {
    let considered = try view.positions()
    guard let pinned = try self.pinned(id, upTo: considered) else {
      return ReviewBasis(snapshot: .notTaken)
    }
    return ReviewBasis(
      snapshot: pinned.snapshot, signals: try report(id, in: view).openSignals,
      closingHash: try closingHash(pinned, considered: considered), considered: considered,
      report: kept.flatMap { $0.snapshot == pinned.snapshot ? $0.report : nil })
  }

  func closingHash(
    _ pinned: PinnedReview, considered: [DepartmentCode: Int]
  ) throws -> String {
    let closing = ReviewClosing(
      pinned.id, pinned.snapshot, considered: considered, acts: try pinned.acts.map(ReviewAct.init))
    return KeptReport.hash(of: closing.json.canonical)
  }
}

extension ReviewAct {
  package init(_ event: RecordedEvent) throws {
    self.init(
      event: event.reference, type: event.type, actor: event.actor, occurredAt: event.occurredAt,
      recordedAt: event.recordedAt, payload: try JSON(parsing: event.payload))
  }
}
