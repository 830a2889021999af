package import Bilingual
import Office
package import Terminal
package import Wording

extension SharingFault: Worded {
  package var refused: Phrase {
    switch self {
    case .unknownTarget(let name, _):
      Phrase(en: "there is no target \(name).", ja: "共有先 \(name) は見つかりません。")
    case .badName(let name):
      Phrase(
        en:
          "\"\(name)\" can't be a target's name: small letters, digits and hyphens, 40 at most, a "
          + "letter first.",
        ja: "「\(name)」は共有先の名前に使えません。英小文字で始まる、英小文字・数字・ハイフン40文字以内で指定してください。")
    case .nameTaken(let name):
      Phrase(en: "there is a target \(name) already.", ja: "共有先 \(name) は登録済みです。")
    case .badAddress(let fault): fault.refused
    case .noReader(let account):
      Phrase(
        en: "a target can't read as \(account): a member with a login is needed.",
        ja: "\(account) を読み手にできません。ログインを持つメンバーを指定してください。")
    case .badKey:
      Phrase(
        en: "the signing key can't be read: whsec_ and 24 to 64 bytes in Base64.",
        ja: "署名キーを読み取れません。whsec_ に続けて24〜64バイトを Base64 で指定します。")
    case .missing(let need, let channel):
      Phrase(
        en: "\(channel.words.en) needs \(need.words.en).",
        ja: "\(channel.words.ja) には\(need.words.ja)が必要です。")
    case .unknownDelivery(let target, let number):
      Phrase(
        en: "\(target) has no delivery \(number) that could be tried again.",
        ja: "\(target) に再送できる \(number) 番の送信はありません。")
    case .unknownOccasion(let text):
      Phrase(
        en: "\(text) is no occasion that a target can be told of.", ja: "\(text) は共有できる出来事ではありません。")
    case .nothingToShow(let target):
      Phrase(
        en: "there is nothing that \(target) could be told now.", ja: "\(target) に今お知らせする内容はありません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .unknownTarget(let name, let known):
      near(name, known) + [Step(en: "See them all", ja: "一覧を見る", "pdca share list")]
    case .badName, .badKey, .badAddress, .unknownOccasion: []
    case .nameTaken(let name):
      [Step(en: "Take it away first", ja: "先に削除する", "pdca share remove \(name)")]
    case .noReader(let account):
      [
        Step(
          en: "Make them a member",
          "pdca member add \(ShellWord.quoted(account)) <department> <layer>",
          ja: "メンバーに加える", "pdca member add \(ShellWord.quoted(account)) <部門> <階層>"),
        Step(
          en: "and give them a login", ja: "ログインを作る",
          "pdca database login \(ShellWord.quoted(account))"),
      ]
    case .missing(let need, _):
      [Step(en: "Give it", need.option.en, ja: "指定する", need.option.ja)]
    case .unknownDelivery(let target, _):
      [Step(en: "See how it stands", ja: "状況を見る", "pdca share status \(target)")]
    case .nothingToShow(let target):
      [
        Step(
          en: "Name something", "pdca share preview \(target) <review or id>",
          ja: "対象を指定する", "pdca share preview \(target) <レビューまたは ID>")
      ]
    }
  }

  private func near(_ text: String, _ known: [String]) -> [Step] {
    let near = Suggestion.nearest(to: text, among: known)
    guard !near.isEmpty else { return [] }
    let list = near.joined(separator: ", ")
    return [Step(Phrase(en: "Did you mean \(list)?", ja: "\(list) のことですか?"))]
  }
}

extension SharingFault {
  package var exitCode: ExitCode {
    switch self {
    case .nameTaken, .nothingToShow: .rule
    default: .usage
    }
  }
}

extension SharingFault.Address {
  fileprivate var refused: Phrase {
    switch self {
    case .unreadable:
      Phrase(en: "the address can't be read as a URL.", ja: "送信先を URL として読み取れません。")
    case .insecure:
      Phrase(
        en:
          "the address must begin with https; http only goes to private networks that are permitted "
          + "(--allow-private).",
        ja: "送信先は https で始まる必要があります。http は許可した社内ネットワーク宛て（--allow-private）に限ります。")
    case .withPassword:
      Phrase(
        en: "an address with a user name or password in it is refused.",
        ja: "ユーザー名やパスワードを含む URL は指定できません。")
    }
  }
}

extension SharingFault.Need {
  fileprivate var words: Phrase {
    switch self {
    case .url: Phrase(en: "an address", ja: "送信先の URL")
    case .token: Phrase(en: "the connection's token", ja: "インテグレーションのトークン")
    case .dataSource: Phrase(en: "a data source", ja: "データソース")
    case .recipient: Phrase(en: "a recipient", ja: "宛先")
    case .sender: Phrase(en: "a sender's address", ja: "差出人アドレス")
    }
  }

  fileprivate var option: Phrase {
    switch self {
    case .url: Phrase(both: "--url-file FILE")
    case .token: Phrase(both: "--token-file FILE")
    case .dataSource: Phrase(both: "--source ID")
    case .recipient: Phrase(both: "--to ADDRESS")
    case .sender: Phrase(both: "--from ADDRESS")
    }
  }
}
