package import Bilingual
package import CanonicalJSON
import Domain
package import Mail
package import Office
import Shapes
package import Wording

extension InboxLetter.Doubt: Worded {
  package var refused: Phrase {
    switch self {
    case .unreadable: Phrase(en: "the mail can't be read.", ja: "メールを読み取れません。")
    case .automatic:
      Phrase(en: "a program wrote it, no person.", ja: "自動送信のメールです。")
    case .noReply:
      Phrase(en: "it answers no mail.", ja: "返信のメールではありません。")
    case .noIdentity:
      Phrase(
        en: "it has no Message-ID of its own: it could be recorded twice.",
        ja: "Message-ID がないため、二重に記録するおそれがあります。")
    case .sender(let doubt): doubt.phrase
    case .empty:
      Phrase(en: "there is nothing in it but quotes.", ja: "引用以外の本文がありません。")
    case .mixed:
      Phrase(
        en: "its text stands between quotes: what belongs to it can't be told.",
        ja: "引用の間に本文があり、記録すべき範囲を判断できません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .unreadable, .automatic: []
    case .sender:
      [
        Step(
          Phrase(
            en: "The mail server says in Authentication-Results what it found (DMARC, DKIM).",
            ja: "検証結果 (DMARC・DKIM) はメールサーバーの Authentication-Results に記録されます。"))
      ]
    case .noReply, .noIdentity, .empty, .mixed:
      [Step(en: "Log it by hand", ja: "手動で記録する", "pdca do")]
    }
  }
}

extension MailSender.Doubt {
  fileprivate var phrase: Phrase {
    switch self {
    case .unclear: Phrase(en: "who sent it isn't clear.", ja: "差出人が明確ではありません。")
    case .unverified:
      Phrase(
        en: "the mail server named doesn't vouch for its sender.",
        ja: "指定のメールサーバーが差出人を検証していません。")
    case .refused:
      Phrase(
        en: "the mail server says that it isn't from where it claims.",
        ja: "メールサーバーの検証で、差出人の詐称と判定されています。")
    }
  }
}

extension InboxDoubt: Worded {
  package var refused: Phrase {
    switch self {
    case .unknownAddress(let address):
      Phrase(en: "\(address) is nobody's address.", ja: "\(address) に対応するアカウントがありません。")
    case .noLogin(let account):
      Phrase(
        en: "\(account) has no login that can be acted for here.",
        ja: "\(account) として記録できるログインがありません。")
    case .noCycle: Phrase(en: "it names no cycle.", ja: "ミニPDCAの ID が書かれていません。")
    case .severalCycles(let ids):
      Phrase(
        en: "it names several cycles: \(ids.map { "\($0)" }.joined(separator: ", ")).",
        ja: "複数のミニPDCAが書かれています: \(ids.map { "\($0)" }.joined(separator: "、"))")
    }
  }

  package var steps: [Step] {
    switch self {
    case .unknownAddress:
      [
        Step(
          Phrase(
            en: "Add it to the file of addresses: address, blank, account.",
            ja: "アドレスの一覧に「アドレス アカウント」の行を追加してください。"))
      ]
    case .noLogin(let account):
      [Step(en: "Let it in", ja: "ログインを登録する", "pdca database login \(account)")]
    case .noCycle, .severalCycles:
      [Step(en: "Log it by hand", ja: "手動で記録する", "pdca do")]
    }
  }
}

extension InboxResult {
  /// Why it is set aside; nil where it isn't.
  package var because: Phrase? { doubt.map { OfficeFailure($0).wording.refused } }

  package func json(_ language: Language) -> JSON {
    let result = doubt != nil ? "aside" : isNew ? "recorded" : "known"
    return .thing([
      "mail": JSON(mail), "result": JSON(result), "cycle": JSON(text: cycle),
      "because": JSON(because?(language)),
    ])
  }
}
