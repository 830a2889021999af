import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Reviews
import Statistics
import Tracker

/// What opening and closing a review rest on.
extension Desk {
  /// The report as it stands now: positions, profile, and the hash of its JSON.
  func snapshotBasis(_ id: ReviewID) throws -> ReviewBasis {
    let report = try report(id)
    let positions = try tracker.positions().filter { report.isWhole || $0.key == id.department }
    let snapshot = ReviewSnapshot(
      positions: positions, profile: RuleProfile.nhsMDC.id,
      profileVersion: RuleProfile.nhsMDC.version,
      hash: try tracker.digest(report.json.canonical))
    return ReviewBasis(snapshot: snapshot, signals: report.openSignals, closingHash: "")
  }

  /// The snapshot that the reviewers looked at, the signals that still wait, and the hash of the
  /// review's acts.
  func closingBasis(_ id: ReviewID) throws -> ReviewBasis {
    let report = try report(id)
    guard let detail = try ReviewQueries.detail(of: id, in: session) else {
      return ReviewBasis(snapshot: .notTaken, signals: [], closingHash: "")
    }
    let closing = ReviewClosing(detail, acknowledgements: report.acknowledgements)
    return ReviewBasis(
      snapshot: ReviewSnapshot(
        positions: detail.review.snapshotPositions, profile: detail.review.profile ?? "",
        profileVersion: detail.review.profileVersion ?? 0, hash: detail.review.snapshotHash ?? ""),
      signals: report.openSignals, closingHash: try tracker.digest(closing.json.canonical))
  }
}
