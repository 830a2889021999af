import ArgumentParser
import Bilingual
import Domain
import Tracker

extension DepartmentCommand {
  struct SponsorCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "sponsor", "Name the executive who answers for a department's improvement work.",
        "部門の改善活動に責任を持つ経営層（スポンサー）を指定します。",
        examples: ["pdca department sponsor SALES director"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The department's code.", "部門コード。")) var code: String

    @Argument(help: help("The executive's account.", "経営層のアカウント。")) var account: String

    func run(at desk: Desk) throws {
      let code = try desk.department(named: code)
      let account = try Read.account(account)
      let outcome = try desk.tracker.organization(
        .assignSponsor(department: code, account: account),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(code)",
        Phrase(
          en: "\(account) is the sponsor of \(code).",
          ja: "\(account) を \(code) のスポンサーに指定しました。"))
    }
  }
}
