import ArgumentParser
import Bilingual
import Domain
import Tracker

extension MemberCommand {
  struct LeaveCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "leave", "A member leaves the organization, and every role with it.",
        "メンバーの退任を記録します。役割もすべて解除されます。",
        examples: ["pdca member leave sato --reason 'Left the company'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The member's account.", "メンバーのアカウント。")) var account: String

    @Option(help: help("Why, if it is to be known.", "理由（任意）。")) var reason: String?

    func run(at desk: Desk) throws {
      let account = try Read.account(account)
      let outcome = try desk.tracker.organization(
        .leave(account: account, reason: reason), desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(account)",
        Phrase(en: "\(account) is no member any longer.", ja: "\(account) の退任を記録しました。"))
    }
  }
}
