import ArgumentParser
import Bilingual
import Domain
import Tracker
import Wording

extension MemberCommand {
  struct RevokeCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "revoke", "Take a role from a member.", "メンバーの役割を解除します。",
        examples: ["pdca member revoke sato reviewer --reason 'New duties'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The member's account.", "メンバーのアカウント。")) var account: String

    @Argument(
      help: help("administrator, reviewer or trainer.", "administrator、reviewer、trainer。"))
    var role: Role

    @Option(help: help("Why, if it is to be known.", "理由（任意）。")) var reason: String?

    func run(at desk: Desk) throws {
      let account = try Read.account(account)
      let outcome = try desk.tracker.organization(
        .revoke(account: account, role: role, reason: reason),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(account)",
        Phrase(
          en: "\(account) no longer has the role \(role.words.en).",
          ja: "\(account) の\(role.words.ja)の役割を解除しました。"))
    }
  }
}
