import CanonicalJSON
package import Domain
package import EventLog
import Postgres
package import Reviews
import Tracker

/// Reports of closed reviews, kept beside the log.
extension Office {
  /// The review's report made again as of its snapshot; nil for a review that wasn't opened. Outside
  /// transactions.
  /// - Parameter form: writes it down as it is to be kept.
  func reportToKeep(
    of id: ReviewID, as form: (ReviewReport) -> KeptReport
  ) throws -> (report: KeptReport, snapshot: ReviewSnapshot)? {
    guard asOf == nil, let pinned = try self.pinned(id, upTo: heads()) else { return nil }
    let moment = try snapshot(id)
    return try looking(at: moment) { past in
      let report = try past.tracker.read { try past.report(id, pictures: true, in: $0) }
      return (form(report), pinned.snapshot)
    }
  }

  /// Makes and keeps the reports of closed reviews that have none kept, where this program makes them
  /// as they were. For the log's owner.
  /// - Returns: the reviews whose reports are kept now.
  package func keepMissingReports(
    as form: (ReviewReport) -> KeptReport
  ) throws -> [ReviewID] {
    let heads = try heads()
    return try KeptReport.missing(in: session).compactMap { department, stream in
      guard let code = DepartmentCode(department), case .review(let period)? = Stream(name: stream),
        case let id = ReviewID(code, period),
        let pinned = try self.pinned(id, upTo: heads), pinned.isOfThisProgram,
        let kept = try reportToKeep(of: id, as: form)?.report,
        pinned.holds(kept), try kept.keep(in: session)
      else { return nil }
      return id
    }
  }
}

extension PinnedReview {
  /// Of the report that was closed, or else looked at.
  package var reportHash: String { closing?.report?.hash ?? snapshot.hash }
  package var form: Int { closing?.report?.form ?? snapshot.form }

  /// Whether this program makes such a report.
  package var isOfThisProgram: Bool {
    form == ReviewForm.current && snapshot.isOfTheseRules
  }

  /// Whether it is, byte by byte, what was pinned; of documents that weren't pinned, the report
  /// alone is held against its hash.
  package func holds(_ kept: KeptReport) -> Bool {
    let pins = kept.pins
    guard pins.hash == reportHash else { return false }
    return closing?.report.map { $0 == pins } ?? true
  }
}
