import ArgumentParser
import Bilingual
import Domain
import Tracker
import Wording

extension MemberCommand {
  struct MoveCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "move", "Move a member to another department, another layer, or both.",
        "メンバーの所属や階層を変更します。",
        examples: ["pdca member move sato DEV promoter"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The member's account.", "メンバーのアカウント。")) var account: String

    @Argument(help: help("The department's code.", "部門コード。")) var department: String

    @Argument(help: help("executive, promoter or field.", "階層（executive、promoter、field）。"))
    var layer: Layer

    func run(at desk: Desk) throws {
      let account = try Read.account(account)
      let department = try desk.department(named: department)
      let outcome = try desk.tracker.organization(
        .move(account: account, department: department, layer: layer),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(account)",
        Phrase(
          en: "\(account) belongs to \(department) now (\(layer.words.en)).",
          ja: "\(account) の所属を \(department)（\(layer.words.ja)）に変更しました。"))
    }
  }
}
