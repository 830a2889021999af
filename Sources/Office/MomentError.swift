import Bilingual
import CivilTime
import Domain
import Wording

/// Why a moment can't be looked at; times as people read them.
enum MomentError: Error {
  case unreadable(option: String, text: String)
  case ahead(option: String, text: String, now: String)
  case beforeFounding(text: String, founded: String)
  case unknownPosition(String, last: Int, department: DepartmentCode)
  /// `--as-of` on a command that writes.
  case writing(command: String, option: String)
}

extension MomentError: Worded {
  var refused: Phrase {
    switch self {
    case .unreadable("--as-of", let text):
      Phrase(
        en:
          "--as-of: \"\(text)\" is not a date (2026-11-22, -1w), an instant with offset, a position (SALES@120) or a review's id (SALES-2026-W47).",
        ja:
          "--as-of: 「\(text)」は日付 (2026-11-22、-1w)、オフセット付きの時刻、位置 (SALES@120)、レビューの ID (SALES-2026-W47) のいずれとしても読み取れません。"
      )
    case .unreadable(let option, let text):
      Phrase(
        en: "\(option): \"\(text)\" is not a date (2026-11-22, -1w) or an instant with offset.",
        ja: "\(option): 「\(text)」は日付 (2026-11-22、-1w) またはオフセット付きの時刻として読み取れません。")
    case .ahead(let option, let text, let now):
      Phrase(
        en: "\(option): \(text) has not come yet; it is \(now).",
        ja: "\(option): \(text) はまだ先の日時です。現在は \(now) です。")
    case .beforeFounding(let text, let founded):
      Phrase(
        en: "at \(text) there was no organization yet; it was founded on \(founded).",
        ja: "\(text) の時点では組織がまだありませんでした。設立は \(founded) です。")
    case .unknownPosition(let reference, let last, let department):
      Phrase(
        en: "\(reference) is not recorded; the log of \(department) ends at \(department)@\(last).",
        ja: "\(reference) は記録されていません。\(department) の記録は \(department)@\(last) までです。")
    case .writing(let command, let option):
      Phrase(
        en: "\(option) looks into the past, but pdca \(command) writes, and that is recorded now.",
        ja: "\(option) は過去を表示するオプションです。pdca \(command) は記録するコマンドのため使えません。")
    }
  }

  var steps: [Step] {
    switch self {
    case .unreadable, .unknownPosition: []
    case .ahead:
      [Step(Phrase(en: "Leave it out to see the present.", ja: "現在の内容を見るには、指定を外してください。"))]
    case .beforeFounding(_, let founded):
      [Step(Phrase(en: "Ask for \(founded) or later.", ja: "\(founded) 以降を指定してください。"))]
    case .writing(let command, _):
      [
        Step(
          en: "To record what was true earlier", "pdca \(command) … --on <date>",
          ja: "過去の出来事を記録する", "pdca \(command) … --on <日付>")
      ]
    }
  }
}
