package import Bilingual
import Domain
package import EventLog
package import Office
package import Terminal
package import Wording

extension ArchiveLineFault: Worded {
  package var refused: Phrase {
    let reason = fault.reason
    return Phrase(
      en: "line \(line) of the export can't be taken: \(reason.en). Nothing was imported.",
      ja: "書き出しファイルの \(line) 行目を取り込めません: \(reason.ja)。何も取り込んでいません。")
  }

  package var steps: [Step] {
    if case .newerFormat = fault { return OfficeError.newerSchema.steps }
    if fault == .noHead {
      return [Step(en: "Export all departments", ja: "全部門を書き出す", "pdca export log --output FILE")]
    }
    return [
      Step(en: "Export it anew, and see", ja: "書き出し直して確認する", "pdca import log FILE --dry-run")
    ]
  }
}

extension ArchiveFault {
  fileprivate var reason: Phrase {
    switch self {
    case .unreadableLine:
      Phrase(en: "it is not UTF-8, or far too long", ja: "UTF-8 ではないか、長すぎます")
    case .notJSON: Phrase(en: "it is not JSON", ja: "JSON ではありません")
    case .notCanonical:
      Phrase(en: "it is not in canonical form (RFC 8785)", ja: "正規形 (RFC 8785) ではありません")
    case .member(let name):
      Phrase(en: "its \"\(name)\" is missing, wrong or not known", ja: "「\(name)」が不足・不正・未知です")
    case .departmentOrder(let code):
      Phrase(en: "department \(code) stands out of order", ja: "部門 \(code) の並び順が不正です")
    case .position(let expected, let found):
      Phrase(
        en: "position \(found) stands where \(expected) belongs",
        ja: "位置 \(expected) のはずが \(found) です")
    case .streamVersion(let stream, let expected, let found):
      Phrase(
        en: "\(stream) is at version \(found) where \(expected) belongs",
        ja: "\(stream) の版は \(expected) のはずが \(found) です")
    case .ordinal(let command, let expected, let found):
      Phrase(
        en: "ordinal \(found) of command \(command) stands where \(expected) belongs",
        ja: "コマンド \(command) の順番は \(expected) のはずが \(found) です")
    case .commandTwice(let command):
      Phrase(en: "command \(command) stands twice", ja: "コマンド \(command) が重複しています")
    case .recordedEarlier:
      Phrase(
        en: "it was recorded before the one above it", ja: "記録日時が前の行より前です")
    case .count(let department, let expected, let found):
      Phrase(
        en: "\(department) is said to have \(expected) events, and \(found) stand above",
        ja: "\(department) のイベントは \(expected) 件のはずが \(found) 件です")
    case .hash(let department):
      Phrase(
        en: "the events of \(department) above are not those exported: their hash differs",
        ja: "\(department) のイベントが書き出し時と異なります (ハッシュ不一致)")
    case .fileHash:
      Phrase(
        en: "the lines above are not those exported: their hash differs",
        ja: "ここまでの行が書き出し時と異なります (ハッシュ不一致)")
    case .end:
      Phrase(
        en: "the line that ends the export is missing, or not the last",
        ja: "書き出しの終わりを示す行がないか、最後にありません")
    case .truncated(let department):
      Phrase(
        en: "the line that ends \(department) does not come", ja: "\(department) の終わりを示す行がありません")
    case .noHead:
      Phrase(
        en: "the file ends, and none of its departments is the head", ja: "本部となる部門が含まれていません")
    case .twoHeads: Phrase(en: "there is a second head department", ja: "本部となる部門が二つあります")
    case .newerFormat(let format):
      Phrase(
        en: "its form \(format) is newer than this pdca", ja: "形式 \(format) はこの pdca より新しいものです")
    }
  }
}

extension ReportsFileFault {
  package var exitCode: ExitCode {
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
