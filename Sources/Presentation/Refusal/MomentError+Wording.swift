package import Bilingual
import CivilTime
import Domain
import Office
package import Wording

extension MomentError: Worded {
  package var refused: Phrase {
    switch self {
    case .unreadable(.asOf, let text):
      Phrase(
        en:
          "--as-of: \"\(text)\" is not a date (2026-11-22, -1w), an instant with offset, a position (SALES@120) or a review's id (SALES-2026-W47).",
        ja:
          "--as-of: 「\(text)」は日付 (2026-11-22、-1w)、オフセット付きの時刻、位置 (SALES@120)、レビューの ID (SALES-2026-W47) のいずれとしても読み取れません。"
      )
    case .unreadable(let part, let text):
      Phrase(
        en:
          "\(part.option): \"\(text)\" is not a date (2026-11-22, -1w) or an instant with offset.",
        ja: "\(part.option): 「\(text)」は日付 (2026-11-22、-1w) またはオフセット付きの時刻として読み取れません。")
    case .ahead(let part, let text, let now):
      Phrase(
        en: "\(part.option): \(text) has not come yet; it is \(now.words).",
        ja: "\(part.option): \(text) はまだ先の日時です。現在は \(now.words) です。")
    case .beforeFounding(let text, let founded):
      Phrase(
        en: "at \(text) there was no organization yet; it was founded on \(founded?.words ?? "").",
        ja: "\(text) の時点では組織がまだありませんでした。設立は \(founded?.words ?? "") です。")
    case .onStandby(let primary):
      Phrase(
        en:
          "this is a standby\(primary.map { " of \($0)" } ?? ""); earlier moments are shown by its "
          + "primary.",
        ja: "ここは待機系\(primary.map { "（主系 \($0)）" } ?? "")のため、過去の時点は主系で表示してください。")
    case .unknownPosition(let reference, let last, let department):
      Phrase(
        en: "\(reference) is not recorded; the log of \(department) ends at \(department)@\(last).",
        ja: "\(reference) は記録されていません。\(department) の記録は \(department)@\(last) までです。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .unreadable, .unknownPosition: []
    case .onStandby(let primary):
      [
        Step(
          Phrase(en: "Ask the primary", ja: "主系で実行する"),
          Phrase(both: "pdca … --database postgresql://\(primary ?? "primary")/…"))
      ]
    case .ahead:
      [Step(Phrase(en: "Leave it out to see the present.", ja: "現在の内容を見るには、指定を外してください。"))]
    case .beforeFounding(_, let founded):
      [
        Step(
          Phrase(
            en: "Ask for \(founded?.words ?? "") or later.",
            ja: "\(founded?.words ?? "") 以降を指定してください。"))
      ]
    }
  }
}

extension MomentRequest.Part {
  fileprivate var option: String {
    switch self {
    case .asOf: "--as-of"
    case .effective: "--effective"
    }
  }
}
