import ArgumentParser
import Bilingual
import Domain
import Tracker
import Wording

extension MemberCommand {
  struct GrantCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "grant", "Give a member a role: administrator, reviewer or trainer.",
        "メンバーに役割（administrator、reviewer、trainer）を付与します。",
        examples: ["pdca member grant sato reviewer"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The member's account.", "メンバーのアカウント。")) var account: String

    @Argument(
      help: help("administrator, reviewer or trainer.", "administrator、reviewer、trainer。"))
    var role: Role

    func run(at desk: Desk) throws {
      let account = try Read.account(account)
      let outcome = try desk.tracker.organization(
        .grant(account: account, role: role), desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(account)",
        Phrase(
          en: "\(account) has the role \(role.words.en).",
          ja: "\(account) に\(role.words.ja)の役割を付与しました。"))
    }
  }
}
