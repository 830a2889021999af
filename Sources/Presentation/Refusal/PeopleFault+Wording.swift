package import Bilingual
import CivilTime
import Domain
package import Office
package import Terminal
package import Wording

extension PeopleFault: Worded {
  package var refused: Phrase {
    switch self {
    case .badName(let name):
      Phrase(
        en: "\"\(name)\" can't be a name: one line of 100 characters at most.",
        ja: "「\(name)」は名前に使えません。1行100文字以内で指定してください。")
    case .badAddress(let address):
      Phrase(
        en: "\"\(address)\" is no mail address such as sato@example.com.",
        ja: "「\(address)」はメールアドレス（sato@example.com など）として読み取れません。")
    case .daysReversed(let first, let last):
      Phrase(
        en: "an absence can't end on \(last.prose.en), before it begins on \(first.prose.en).",
        ja: "不在の終わり（\(last.prose.ja)）が始まり（\(first.prose.ja)）より前です。")
    case .notPermitted(let account):
      Phrase(
        en:
          "what the directory says of \(account) is changed by \(account), or by an administrator; "
          + "addresses by administrators alone.",
        ja: "\(account) の名簿の内容を変更できるのは、本人か管理者です。アドレスは管理者だけが変更できます。")
    case .noAbsence(let account, let day):
      Phrase(
        en: "no absence of \(account) begins on \(day.prose.en).",
        ja: "\(account) に\(day.prose.ja)からの不在はありません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .badName, .badAddress, .daysReversed: []
    case .notPermitted:
      [Step(en: "See who is an administrator", ja: "管理者を確認する", "pdca member list")]
    case .noAbsence: [Step(en: "See absences", ja: "不在の一覧を見る", "pdca member list")]
    }
  }

  package var isOfUnknown: Bool { if case .noAbsence = self { true } else { false } }

  package var exitCode: ExitCode {
    switch self {
    case .notPermitted: .notPermitted
    case .badName, .badAddress, .daysReversed, .noAbsence: .usage
    }
  }
}
