import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Postgres
import ReadModels
import Reviews
import Terminal
import Tracker
import Wording

/// A closed review's report as it is kept, and made again from the log, held against what the review
/// pinned.
struct Reprint {
  /// What comes of holding it against the log.
  enum Standing: String {
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

  let pinned: PinnedReview
  /// Of the report, as this program makes it.
  let madeHash: String
  /// Of the closing, as made again; nil while the review is open.
  let closingHash: String?
  /// Events of what the review saw and did whose texts were erased since, such as `SALES@17`.
  let redacted: [String]
  let kept: KeptReport?

  /// - Parameter report: made of the snapshot's positions.
  init(_ report: ReviewReport, of pinned: PinnedReview, at desk: Desk) throws {
    self.pinned = pinned
    madeHash = KeptReport.hash(of: report.json.canonical)
    closingHash = try pinned.closing.map {
      try desk.closingHash(pinned, considered: $0.considered)
    }
    redacted = try desk.redactions(since: pinned)
    kept = try pinned.closing.flatMap { _ in
      try KeptReport.find(
        pinned.id.stream, of: pinned.id.department.rawValue, in: desk.session)
    }
  }

  /// Whether this program makes the very report; nil where it makes another form.
  private var isMadeSame: Bool? {
    pinned.isOfThisProgram ? madeHash == pinned.reportHash : nil
  }

  var standing: Standing {
    if closingHash != pinned.closing?.hash { return redacted.isEmpty ? .changedActs : .redacted }
    if let kept, !pinned.holds(kept) { return .tampered }
    if isMadeSame == false { return redacted.isEmpty ? .changedReport : .redacted }
    if kept != nil || isMadeSame == true { return .same }
    return redacted.isEmpty ? .olderForm : .redacted
  }

  /// The report as it was closed; nil where it isn't kept whole.
  var closedReport: KeptReport? {
    switch standing {
    case .same, .changedReport: kept
    case .olderForm, .redacted, .tampered, .changedActs: nil
    }
  }

  var json: JSON {
    let standing = standing
    return [
      "same": JSON(standing == .same || standing == .olderForm),
      "standing": JSON(standing.rawValue), "kept": JSON(kept != nil),
      "form": JSON(pinned.form), "programForm": JSON(ReviewForm.current),
      "madeAgain": isMadeSame.map { JSON($0 ? "same" : "other") } ?? .null,
      "reportHash": JSON(closedReport.map { KeptReport.hash(of: $0.report) } ?? madeHash),
      "pinnedReportHash": JSON(pinned.reportHash), "closingHash": JSON(closingHash) ?? .null,
      "pinnedClosingHash": JSON(pinned.closing?.hash) ?? .null, "redacted": JSON(redacted),
      "profile": JSON(pinned.snapshot.profile),
      "profileVersion": JSON(pinned.snapshot.profileVersion), "acts": .array(acts.map(\.json)),
    ]
  }

  private var acts: [ReviewAct] { pinned.acts.compactMap { try? ReviewAct($0) } }
}

extension Reprint {
  /// What came out, in a sentence or two.
  var verdict: Phrase {
    switch standing {
    case .same: pinned.closing.map { asClosed($0.hash) } ?? asOpened
    case .olderForm: asPinnedInOlderForm
    case .redacted:
      Phrase(
        en:
          "Differs: redacted at \(redacted.joined(separator: ", ")). Made anew from what is left.",
        ja: "差異があります: \(redacted.joined(separator: "、")) が墨消しされています。残った記録から作り直しています。")
    case .tampered:
      Phrase(
        en: "Differs: the report kept here is not the one that was pinned (hash "
          + "\(pinned.reportHash)): it was tampered with. Made anew from the log.",
        ja: "差異があります: 保存されている内容が、確定時のもの (ハッシュ \(pinned.reportHash)) と異なり、"
          + "改ざんされています。記録から作り直しています。")
    case .changedReport:
      differs(Phrase(en: "report", ja: "内容"), pinned.reportHash, madeHash)
    case .changedActs:
      differs(Phrase(en: "acts", ja: "記録"), pinned.closing?.hash ?? "", closingHash ?? "")
    }
  }

  private var asOpened: Phrase {
    Phrase(en: "As opened, hash \(madeHash).", ja: "開始時の内容と一致しています (ハッシュ \(madeHash))。")
  }

  /// Whether the same would be made today is another statement.
  private func asClosed(_ hash: String) -> Phrase {
    let closed = Phrase(
      en: "As closed, hash \(hash).", ja: "終了時の内容と一致しています (ハッシュ \(hash))。")
    if isMadeSame == true { return closed }
    return Phrase(
      en: "\(closed.en) Shown as it was kept, in form \(pinned.form); this program makes form "
        + "\(ReviewForm.current).",
      ja: "\(closed.ja)保存された書式\(pinned.form)の内容を表示しています (この版の書式は \(ReviewForm.current))。")
  }

  private var asPinnedInOlderForm: Phrase {
    let (en, ja) =
      pinned.closing.map {
        ("As closed, hash \($0.hash)", "終了時の事実と一致しています (ハッシュ \($0.hash))")
      } ?? ("As opened", "開始時の事実と一致しています")
    return Phrase(
      en: "\(en): positions, rules and acts are the same. Its form is older (\(olderForm)) and no "
        + "report is kept, so it is made anew in form \(ReviewForm.current).",
      ja: "\(ja)。対象の記録・ルール・記録内容は同じです。書式が古く (\(olderForm))、"
        + "当時の内容は保存されていないため、書式\(ReviewForm.current)で作り直しています。")
  }

  private var olderForm: String {
    "\(pinned.form), \(pinned.snapshot.profile) \(pinned.snapshot.profileVersion)"
  }

  private func differs(_ what: Phrase, _ pin: String, _ found: String) -> Phrase {
    Phrase(
      en: "Differs: the hash of the \(what.en) was \(pin) then and is \(found) now.",
      ja: "差異があります: \(what.ja)のハッシュは当時 \(pin)、現在 \(found) です。")
  }
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
