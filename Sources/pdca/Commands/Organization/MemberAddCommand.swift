import ArgumentParser
import Bilingual
import Domain
import Tracker
import Wording

extension MemberCommand {
  struct AddCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "add", "Make an account a member of a department, on a layer.",
        "アカウントを部門のメンバーに加え、階層を決めます。",
        examples: [
          "pdca member add sato SALES field",
          "pdca member add report-bot SALES field --machine",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The account: a role of the database.", "アカウント（データベースのロール）。"))
    var account: String

    @Argument(help: help("The department's code.", "部門コード。")) var department: String

    @Argument(help: help("executive, promoter or field.", "階層（executive、promoter、field）。"))
    var layer: Layer

    @Flag(
      help: help(
        "A machine's account: it may record and propose, not decide.",
        "自動処理用のアカウント（記録と提案はできますが、判断はできません）。"))
    var machine = false

    func run(at desk: Desk) throws {
      let account = try Read.login(account)
      let department = try desk.department(named: department)
      let outcome = try desk.tracker.organization(
        .join(account: account, department: department, layer: layer, isMachine: machine),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(account)",
        Phrase(
          en: "\(account) is a member of \(department) (\(layer.words.en)"
            + "\(machine ? ", a machine" : "")).",
          ja: "\(account) を \(department) のメンバーに加えました（\(layer.words.ja)"
            + "\(machine ? "、自動処理用" : "")）。"),
        next: [Phrase(both: "pdca database login \(ShellWord.quoted("\(account)"))")])
    }
  }
}
