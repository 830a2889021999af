import Bilingual
import CanonicalJSON
import Domain
import EventLog
import Postgres
import Reviews
import Tracker

/// Reports of closed reviews, kept beside the log.
extension Desk {
  /// The review's report made again as of its snapshot; nil for a review that wasn't opened. Outside
  /// transactions.
  func reportToKeep(
    of id: ReviewID
  ) throws -> (report: KeptReport, snapshot: ReviewSnapshot)? {
    guard asOf == nil, let pinned = try tracker.pinned(id, upTo: heads()) else { return nil }
    let moment = try snapshot(id)
    return try session.rehearsal { _ in
      let past = try at(moment)
      let report = try past.tracker.read { try past.report(id, pictures: true) }
      return (KeptReport(report), pinned.snapshot)
    }
  }

  /// Makes and keeps the reports of closed reviews that have none kept, where this program makes them
  /// as they were. For the log's owner.
  /// - Returns: the reviews whose reports are kept now.
  func keepMissingReports() throws -> [ReviewID] {
    try KeptReport.missing(in: session).compactMap { department, stream in
      guard let id = ReviewID("\(department)-\(stream.dropFirst("review-".count))"),
        let pinned = try tracker.pinned(id, upTo: heads()), pinned.isOfThisProgram,
        let kept = try reportToKeep(of: id)?.report,
        pinned.holds(kept), try kept.keep(in: session)
      else { return nil }
      return id
    }
  }
}

extension KeptReport {
  init(_ report: ReviewReport) {
    self.init(
      department: report.review.department.rawValue, stream: report.review.stream,
      form: ReviewForm.current, report: report.json.canonical,
      english: report.keptDocument(.english).canonical,
      japanese: report.keptDocument(.japanese).canonical)
  }

  /// As people read it; nil where this program can't read it.
  func document(_ language: Language) -> Document? {
    let text = language.choose(english, japanese)
    return (try? JSON(parsing: text)).flatMap { try? Document($0) }
  }
}

extension PinnedReview {
  /// Of the report that was closed, or else looked at.
  var reportHash: String { closing?.report?.hash ?? snapshot.hash }
  var form: Int { closing?.report?.form ?? snapshot.form }

  /// Whether this program makes such a report.
  var isOfThisProgram: Bool {
    form == ReviewForm.current && snapshot.isOfTheseRules
  }

  /// Whether it is, byte by byte, what was pinned; of documents that weren't pinned, the report
  /// alone is held against its hash.
  func holds(_ kept: KeptReport) -> Bool {
    let pins = kept.pins
    guard pins.hash == reportHash else { return false }
    return closing?.report.map { $0 == pins } ?? true
  }
}
