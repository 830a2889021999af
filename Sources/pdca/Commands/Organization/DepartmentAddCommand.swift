import ArgumentParser
import Bilingual
import Domain
import Terminal
import Tracker

extension DepartmentCommand {
  struct AddCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "add", "Register a department and open its log.", "部門を登録し、その記録を始めます。",
        examples: ["pdca department add SALES 'Sales'", "pdca department add DEV '開発部'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(
      help: help(
        "Its code: a letter, then letters, digits and hyphens.", "部門コード（英字で始まる英数字とハイフン）。"))
    var code: String

    @Argument(help: help("Its name.", "部門の名称。")) var name: String?

    func run(at desk: Desk) throws {
      guard let code = DepartmentCode(code) else {
        throw DeskError.unreadable(argument: "CODE", text: code, wanted: .departmentCode)
      }
      let name =
        try name ?? desk.ask(.name, "<name>", desk.answer.say("Name of the department", "部門の名称"))
      let outcome = try desk.tracker.register(
        code, name: name, desk.order(in: desk.setting.head, writing, commutes: true))
      desk.answer.recorded(
        outcome, id: "\(code)",
        Phrase(
          en: "\(code) is registered: \(safe(name)).", ja: "\(code)（\(safe(name))）を登録しました。"),
        next: [Phrase(both: "pdca department use \(code)")])
    }
  }
}
