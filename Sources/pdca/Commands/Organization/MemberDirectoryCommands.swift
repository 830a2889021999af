import ArgumentParser
import Bilingual
import CivilTime
import Domain
import Office
import Orders
import Presentation
import Terminal

extension MemberCommand {
  struct NameCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "name", "Say what a member is called where people read; it stands outside the log.",
        "表示に使う名前を登録します。記録（ログ）には残りません。",
        examples: [
          "pdca member name sato '佐藤 花子'", "pdca member name sato --language ja",
          "pdca member name sato --address sato@example.com",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The member's account.", "メンバーのアカウント。"), completion: .ids(.members))
    var account: String

    @Argument(help: help("The name.", "名前。")) var name: String?

    @Option(help: help("The language that they read: en or ja.", "読む言語（en または ja）。"))
    var language: Language?

    @Option(
      help: help(
        "Where mail reaches them; administrators alone.", "メールアドレス（登録できるのは管理者だけです）。"))
    var address: String?

    func run(at desk: Desk) throws {
      let account = try Read.account(account)
      let isAsked = name == nil && language == nil && address == nil
      let name =
        isAsked ? try desk.ask(.name, "<name>", desk.answer.say("Name", "名前")) : name
      try desk.office.enter(account, name: name, language: language, address: address)
      let names = try desk.office.people().names
      desk.answer.give(
        json: names.json(of: account)
      ) {
        [
          desk.answer.say(
            "\(account) is called \(safe(names(account))).",
            "\(account) の表示名は「\(safe(names(account)))」です。")
        ]
      }
    }
  }

  struct AwayCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "away", "Say when a member is away, so that reviews don't ask who isn't there.",
        "不在の期間を登録します。期間中はレビューで対応を求めません。",
        examples: [
          "pdca member away 2026-12-28 2027-01-05", "pdca member away tomorrow +1w --of sato",
          "pdca member away 2026-12-28 --cancel",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The first day.", "最初の日。")) var from: String
    @Argument(help: help("The last day; without it the first alone.", "最後の日。省略時は1日だけです。"))
    var to: String?
    @Option(help: help("Another member than yourself.", "自分以外のメンバー。"), completion: .ids(.members))
    var of: String?
    @Flag(help: help("The absence that begins on that day is off.", "その日に始まる不在を取り消します。"))
    var cancel = false

    func run(at desk: Desk) throws {
      let account = try of.map(Read.account) ?? desk.setting.actor
      let first = try desk.due(from, "FROM")
      if cancel {
        try desk.office.cancelAbsence(of: account, from: first)
        return desk.answer.give(json: Absence.cancelledJSON(of: account)) {
          [
            desk.answer.say(
              "The absence of \(account) from \(first) is off.",
              "\(account) の\(first)からの不在を取り消しました。")
          ]
        }
      }
      let last = try to.map { try desk.due($0, "TO") } ?? first
      let absence = try Absence(account, from: first, to: last)
      try desk.office.enter(absence)
      desk.answer.give(json: absence.json) {
        [
          desk.answer.say(
            "\(account) is away from \(first) to \(last).",
            "\(account) の不在（\(first)〜\(last)）を登録しました。")
        ]
      }
    }
  }
}
