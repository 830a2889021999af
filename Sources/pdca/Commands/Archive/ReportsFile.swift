import Bilingual
import CanonicalJSON
import EventLog
import Terminal
import Wording

/// The side file of an exported log: reports of closed reviews, each held against the hashes that the
/// log pins.
struct ReportsFile {
  private static let longestLine = 256 << 20
  private let file: InputFile

  init(path: String) throws { file = try InputFile(path) }

  /// Hands over each report.
  /// - Returns: how many.
  /// - Throws: `ReportsFileFault` for the first line that is wrong.
  @discardableResult
  func read(pinnedBy pins: ReportPins, _ body: (KeptReport) throws -> Void) throws -> Int {
    var check = ReportsCheck(pins: pins)
    try file.lines(limit: Self.longestLine) { try check.take($0, body) }
    return try check.finish()
  }
}

private struct ReportsCheck {
  let pins: ReportPins
  private var number = 0
  private var seen: Set<[String]> = []
  private var isEnded = false

  init(pins: ReportPins) { self.pins = pins }

  mutating func take(_ line: TextLine, _ body: (KeptReport) throws -> Void) throws {
    number += 1
    guard case .line(_, let text) = line else { throw fault(.archive(.unreadableLine)) }
    let archived: ArchivedReport
    do { archived = try ArchivedReport(line: text) } catch { throw fault(.archive(error)) }
    if isEnded { throw fault(.archive(.end)) }
    switch archived {
    case .end(let count):
      guard count == seen.count else { throw fault(.archive(.end)) }
      isEnded = true
    case .report(let kept):
      guard seen.insert([kept.department, kept.stream]).inserted else { throw fault(.twice(kept)) }
      guard let isPinned = pins.pin(kept) else { throw fault(.notClosed(kept)) }
      guard isPinned else { throw fault(.otherHash(kept)) }
      try body(kept)
    }
  }

  func finish() throws -> Int {
    guard isEnded else { throw fault(.archive(.end)) }
    return seen.count
  }

  private func fault(_ reason: ReportsFileFault.Reason) -> ReportsFileFault {
    ReportsFileFault(line: number, reason: reason)
  }
}

/// The hashes of reports that an exported log pins, gathered while it is read.
struct ReportPins {
  private var snapshots: [[String]: String] = [:]
  private var closings: [[String]: JSONObject] = [:]

  mutating func take(_ event: ArchivedEvent) {
    let review = [event.department, event.stream]
    switch event.type {
    case "SnapshotTaken" where closings[review] == nil:
      snapshots[review] = event.payload.object?["hash"]?.string
    case "ReviewClosed": closings[review] = event.payload.object
    default: break
    }
  }

  /// Whether the log pins that report; nil for a review that isn't closed there.
  func pin(_ kept: KeptReport) -> Bool? {
    let review = [kept.department, kept.stream]
    guard let closing = closings[review] else { return nil }
    guard KeptReport.hash(of: kept.report) == closing["report"]?.string ?? snapshots[review],
      (try? JSON(parsing: kept.report))?.object?["version"] == JSON(kept.form)
    else { return false }
    guard let documents = closing["documents"]?.object else { return true }
    return KeptReport.hash(of: kept.english) == documents["en"]?.string
      && KeptReport.hash(of: kept.japanese) == documents["ja"]?.string
  }
}

/// Why the side file of an export can't be taken.
struct ReportsFileFault: Error {
  enum Reason {
    case archive(ArchiveFault)
    case twice(KeptReport)
    /// The log doesn't hold the review, or not its closing.
    case notClosed(KeptReport)
    /// The log pins another report, or other documents.
    case otherHash(KeptReport)
  }

  let line: Int
  let reason: Reason

  var exitCode: Terminal.ExitCode {
    if case .otherHash = reason { .tampering } else { .dataError }
  }
}

extension ReportsFileFault: Worded {
  var refused: Phrase {
    let why = why
    return Phrase(
      en: "line \(line) of the reports can't be taken: \(why.en). Nothing was imported.",
      ja: "レビュー内容のファイルの \(line) 行目を取り込めません: \(why.ja)。何も取り込んでいません。")
  }

  private var why: Phrase {
    switch reason {
    case .archive(let fault): fault.reason
    case .twice(let kept):
      Phrase(en: "\(name(kept)) stands twice", ja: "\(name(kept)) が重複しています")
    case .notClosed(let kept):
      Phrase(
        en: "the log holds no closed review \(name(kept))",
        ja: "記録に、終了したレビュー \(name(kept)) がありません")
    case .otherHash(let kept):
      Phrase(
        en: "it is not the report of \(name(kept)) that the log pins: its hash differs",
        ja: "\(name(kept)) の確定時の内容と異なります (ハッシュ不一致)")
    }
  }

  private func name(_ kept: KeptReport) -> String {
    "\(kept.department)-\(kept.stream.dropFirst("review-".count))"
  }

  var steps: [Step] {
    [
      Step(
        en: "Export both anew", ja: "両方を書き出し直す",
        "pdca export log --output LOG --reports REPORTS"),
      Step(en: "or import the log alone", ja: "または記録だけを取り込む", "pdca import log LOG"),
    ]
  }
}
