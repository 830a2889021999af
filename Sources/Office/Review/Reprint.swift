import CanonicalJSON
package import Domain
package import EventLog
import Postgres
package import Reviews
import Tracker

/// A closed review's report as it is kept, and made again from the log, held against what the review
/// pinned.
package struct Reprint: Sendable {
  /// What comes of holding it against the log.
  package enum Standing: String, Sendable {
    /// What is kept, or was made again, is what was pinned.
    case same
    /// Facts and acts are those pinned; no report is kept, and this program makes another form.
    case olderForm
    /// A text of it was erased since.
    case redacted
    /// The report that is kept is not the one whose hash was pinned.
    case tampered
    /// The log makes another report, or says other acts, than were pinned.
    case changedReport, changedActs
  }

  package let pinned: PinnedReview
  /// Of the report, as this program makes it.
  package let madeHash: String
  /// Of the closing, as made again; nil while the review is open.
  package let closingHash: String?
  /// Events of what the review saw and did whose texts were erased since, such as `SALES@17`.
  package let redacted: [String]
  package let kept: KeptReport?

  /// - Parameter report: made of the snapshot's positions.
  init(_ report: ReviewReport, of pinned: PinnedReview, at office: Office) throws {
    self.pinned = pinned
    madeHash = KeptReport.hash(of: report.json.canonical)
    closingHash = try pinned.closing.map {
      try office.closingHash(pinned, considered: $0.considered)
    }
    redacted = try office.redactions(since: pinned)
    kept = try pinned.closing.flatMap { _ in
      try KeptReport.find(
        pinned.id.stream, of: pinned.id.department.rawValue, in: office.session)
    }
  }

  /// Whether this program makes the very report; nil where it makes another form.
  package var isMadeSame: Bool? {
    pinned.isOfThisProgram ? madeHash == pinned.reportHash : nil
  }

  package var standing: Standing {
    if closingHash != pinned.closing?.hash { return redacted.isEmpty ? .changedActs : .redacted }
    if let kept, !pinned.holds(kept) { return .tampered }
    if isMadeSame == false { return redacted.isEmpty ? .changedReport : .redacted }
    if kept != nil || isMadeSame == true { return .same }
    return redacted.isEmpty ? .olderForm : .redacted
  }

  /// The report as it was closed; nil where it isn't kept, or another one is.
  package var closedReport: KeptReport? { kept.flatMap { pinned.holds($0) ? $0 : nil } }
}

extension Office {
  fileprivate func redactions(since pinned: PinnedReview) throws -> [String] {
    let considered = pinned.closing?.considered ?? [:]
    let seen = pinned.snapshot.positions.merging(considered) { max($0, $1) }
    return try seen.sorted { $0.key < $1.key }.flatMap { department, position in
      try LogReader.redactions(of: department.rawValue, after: position, in: session).keys
        .filter { $0 <= position }.sorted().map { "\(department)@\($0)" }
    }
  }

  /// Nil unless the office looks at the snapshot of that very review.
  package func reprint(_ report: ReviewReport) throws -> Reprint? {
    guard case .review(report.review) = asOf?.recorded?.name, asOf?.trueBy == nil,
      let pinned = try self.pinned(report.review, upTo: heads())
    else { return nil }
    return try Reprint(report, of: pinned, at: self)
  }

  /// The review's report made again as of its snapshot; nil for a review that isn't open, and on a standby,
  /// which can't look at earlier moments.
  package func reprint(_ id: ReviewID) throws -> Reprint? {
    guard asOf == nil, try standby() == nil, try pinned(id, upTo: heads()) != nil else {
      return nil
    }
    let moment = try snapshot(id)
    return try looking(at: moment) { past in
      return try past.reprint(try past.tracker.read { try past.report(id, in: $0) })
    }
  }
}
