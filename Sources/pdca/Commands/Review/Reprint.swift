import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Postgres
import ReadModels
import Reviews
import Statistics
import Terminal
import Tracker
import Wording

/// A review's report made again from the log, held against what the review pinned.
struct Reprint {
  let pinned: PinnedReview
  /// Of the report, as made again.
  let reportHash: String
  /// Of the closing, as made again; nil while the review is open.
  let closingHash: String?
  /// Events of what the review saw and did whose texts were erased since, such as `SALES@17`.
  let redacted: [String]

  /// - Parameter report: made of the snapshot's positions.
  init(_ report: ReviewReport, of pinned: PinnedReview, at desk: Desk) throws {
    self.pinned = pinned
    reportHash = try desk.tracker.digest(report.json.canonical)
    closingHash = try pinned.closing.map {
      try desk.closingHash(pinned, considered: $0.considered)
    }
    redacted = try desk.redactions(since: pinned)
  }

  var isSame: Bool { reportHash == pinned.snapshot.hash && closingHash == pinned.closing?.hash }

  /// What came out, in one sentence.
  var verdict: Phrase {
    if let difference { return difference }
    guard let closing = pinned.closing else {
      return Phrase(
        en: "As opened, hash \(reportHash).", ja: "開始時の内容と一致しています (ハッシュ \(reportHash))。")
    }
    return Phrase(
      en: "As closed, hash \(closing.hash).", ja: "終了時の内容と一致しています (ハッシュ \(closing.hash))。")
  }

  private var difference: Phrase? {
    if isSame { return nil }
    if !redacted.isEmpty {
      return Phrase(
        en: "Differs: redacted at \(redacted.joined(separator: ", ")).",
        ja: "差異があります: \(redacted.joined(separator: "、")) が墨消しされています。")
    }
    if pinned.snapshot.profile != RuleProfile.nhsMDC.id
      || pinned.snapshot.profileVersion != RuleProfile.nhsMDC.version
    {
      let (then, now) = (
        "\(pinned.snapshot.profile) \(pinned.snapshot.profileVersion)",
        "\(RuleProfile.nhsMDC.id) \(RuleProfile.nhsMDC.version)"
      )
      return Phrase(
        en: "Differs: the rules were \(then) then and are \(now) in this version.",
        ja: "差異があります: 当時のルールは \(then)、この版のルールは \(now) です。")
    }
    let (what, pin, found) =
      reportHash == pinned.snapshot.hash
      ? (Phrase(en: "acts", ja: "記録"), pinned.closing?.hash ?? "", closingHash ?? "")
      : (Phrase(en: "report", ja: "内容"), pinned.snapshot.hash, reportHash)
    return Phrase(
      en: "Differs: the hash of the \(what.en) was \(pin) then and is \(found) now.",
      ja: "差異があります: \(what.ja)のハッシュは当時 \(pin)、現在 \(found) です。")
  }

  var json: JSON {
    [
      "same": JSON(isSame), "reportHash": JSON(reportHash),
      "pinnedReportHash": JSON(pinned.snapshot.hash), "closingHash": JSON(closingHash) ?? .null,
      "pinnedClosingHash": JSON(pinned.closing?.hash) ?? .null, "redacted": JSON(redacted),
      "profile": JSON(pinned.snapshot.profile),
      "profileVersion": JSON(pinned.snapshot.profileVersion), "acts": .array(acts.map(\.json)),
    ]
  }

  private var acts: [ReviewAct] { pinned.acts.compactMap { try? ReviewAct($0) } }
}

extension Desk {
  fileprivate func redactions(since pinned: PinnedReview) throws -> [String] {
    let considered = pinned.closing?.considered ?? [:]
    let seen = pinned.snapshot.positions.merging(considered) { max($0, $1) }
    return try seen.sorted { $0.key < $1.key }.flatMap { department, position in
      try LogReader.redactions(of: department.rawValue, after: position, in: session).keys
        .filter { $0 <= position }.sorted().map { "\(department)@\($0)" }
    }
  }

  /// Nil unless the desk looks at the snapshot of that very review.
  func reprint(_ report: ReviewReport) throws -> Reprint? {
    guard case .review(report.review) = asOf?.recorded?.name, asOf?.trueBy == nil,
      let pinned = try tracker.pinned(report.review, upTo: heads())
    else { return nil }
    return try Reprint(report, of: pinned, at: self)
  }

  /// The review's report made again as of its snapshot; nil for a review that isn't open.
  func reprint(_ id: ReviewID) throws -> Reprint? {
    guard asOf == nil, try tracker.pinned(id, upTo: heads()) != nil else { return nil }
    let moment = try snapshot(id)
    return try session.rehearsal { _ in
      let past = try at(moment)
      return try past.reprint(try past.tracker.read { try past.report(id) })
    }
  }
}

extension Reprint {
  /// What was done in the review, for people; nil when nothing was.
  func section(_ desk: Desk) -> DocumentSection? {
    let lines = pinned.acts.map { line($0, desk) } + [closing(desk)].compactMap(\.self)
    guard !lines.isEmpty else { return nil }
    return DocumentSection(
      title: desk.answer.say("In the review", "レビューでの記録"), blocks: [.list(lines)])
  }

  private func line(_ event: RecordedEvent, _ desk: Desk) -> String {
    let language = desk.answer.language
    let summary = (try? event.decoded(as: DomainEvent.self))?.summary(language) ?? event.type
    return stated(subject(of: event).map { "\($0): \(summary)" } ?? summary, event, desk)
  }

  /// The KPI of an acknowledgement; the review's own acts say what they are about.
  private func subject(of event: RecordedEvent) -> String? {
    guard event.stream.hasPrefix("kpi-") else { return nil }
    return "\(event.department)/\(event.stream.dropFirst("kpi-".count))"
  }

  private func closing(_ desk: Desk) -> String? {
    guard let closing = pinned.closing else { return nil }
    let note = closing.note.map { ": \($0)" } ?? ""
    return stated(desk.answer.say("Closed\(note)", "終了\(note)"), closing.event, desk)
  }

  private func stated(_ text: String, _ event: RecordedEvent, _ desk: Desk) -> String {
    desk.answer.say(
      "\(text) (\(event.actor), \(desk.moment(event.recordedAt)))",
      "\(text)（\(event.actor)、\(desk.moment(event.recordedAt))）")
  }
}
