import ArgumentParser
import CanonicalJSON
import Office
import ReadModels
import Terminal
import Tracker

extension DepartmentCommand {
  struct UseCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "use", "Make a department the current one, in your own configuration.",
        "現在の部門を切り替えます（自分の設定ファイルに保存）。",
        examples: ["pdca department use SALES"])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The department's code.", "部門コード。")) var code: String

    func run(at desk: Desk) throws {
      let code = try desk.department(named: code)
      try desk.office.requireOpen(code)
      var configuration = desk.configuration
      try configuration.set("department", to: "\(code)")
      desk.answer.give(
        json: ["department": .string("\(code)"), "configuration": .string(configuration.path)]
      ) {
        [desk.answer.say("\(code) is the current department.", "現在の部門を \(code) にしました。")]
      }
    }
  }
}
