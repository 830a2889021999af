package import Bilingual
import CanonicalJSON
import Domain
import EventLog
import Office
import Tables
import Terminal
package import Wording

/// The side file of an exported log: reports of closed reviews, each held against the hashes that the
/// log pins.
struct ReportsFile: ReportSource {
  private static let longestLine = 256 << 20
  private let file: InputFile

  init(path: String) throws { file = try InputFile(path) }

  /// Hands over each report.
  /// - Returns: how many.
  /// - Throws: `ReportsFileFault` for the first line that is wrong.
  @discardableResult
  func read(pinnedBy pins: ReportPins, _ body: (KeptReport) throws -> Void) throws -> Int {
    var check = ReportsCheck(pins: pins)
    try file.lines(limit: Self.longestLine) { try check.take($0.text, body) }
    return try check.finish()
  }
}

extension ReportsFileFault {
  var exitCode: Terminal.ExitCode {
    if case .otherHash = reason { .tampering } else { .dataError }
  }
}

extension ReportsFileFault: Worded {
  package var refused: Phrase {
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
    guard case .review(let period)? = Stream(name: kept.stream) else { return kept.stream }
    return "\(kept.department)-\(period)"
  }

  package var steps: [Step] {
    [
      Step(
        en: "Export both anew", ja: "両方を書き出し直す",
        "pdca export log --output LOG --reports REPORTS"),
      Step(en: "or import the log alone", ja: "または記録だけを取り込む", "pdca import log LOG"),
    ]
  }
}
