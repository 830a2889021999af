import ArgumentParser
import Bilingual
import Domain
import Terminal
import Tracker

extension DepartmentCommand {
  struct RenameCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "rename", "Give a department another name; its code stays.",
        "部門の名称を変更します。コードは変わりません。",
        examples: ["pdca department rename SALES 'Sales and service'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The department's code.", "部門コード。")) var code: String

    @Argument(help: help("The new name.", "新しい名称。")) var name: String?

    func run(at desk: Desk) throws {
      let code = try desk.department(named: code)
      let name = try name ?? desk.ask(.name, "<name>", desk.answer.say("New name", "新しい名称"))
      let outcome = try desk.tracker.organization(
        .renameDepartment(code: code, name: name), desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(code)",
        Phrase(
          en: "\(code) is named \(safe(name)).", ja: "\(code) の名称を「\(safe(name))」に変更しました。"))
    }
  }
}
