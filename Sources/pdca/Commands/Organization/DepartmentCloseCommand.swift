import ArgumentParser
import Bilingual
import Domain
import Office
import ReadModels
import Tracker

extension DepartmentCommand {
  struct CloseCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "close", "Close a department; its log stays readable.",
        "部門を閉鎖します。記録は引き続き参照できます。",
        examples: ["pdca department close WEST --successor SALES --reason 'Merged in April'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The department's code.", "部門コード。")) var code: String

    @Option(
      help: help(
        "The department whose people go on with its open cycles.", "進行中のミニPDCAを引き継ぐ部門。"))
    var successor: String?

    @Option(help: help("Why it is closed.", "閉鎖の理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let code = try desk.department(named: code)
      let successor = try successor.map { try desk.department(named: $0) }
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is closed", "閉鎖の理由"))
      let outcome = try desk.tracker.organization(
        .closeDepartment(code: code, successor: successor, reason: reason),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "\(code)",
        Phrase(
          en: "\(code) is closed\(successor.map { "; its successor is \($0)" } ?? "").",
          ja: "\(code) を閉鎖しました。\(successor.map { "後継は \($0) です。" } ?? "")"),
        remark: try openCycles(of: code, desk))
    }

    /// They are finished under their ids, by whoever goes on with them.
    private func openCycles(of code: DepartmentCode, _ desk: Desk) throws -> Phrase? {
      let open = CycleFilter(department: code, statuses: [.planned, .doing, .checked])
      let cycles = try desk.office.cycles(open)
      if cycles.isEmpty { return nil }
      let list = Phrase.list(cycles.map(\.id), desk.answer)
      return Phrase(
        en: "Still open, and to be finished under their ids: \(list)",
        ja: "進行中のミニPDCA（同じIDのまま続けてください）: \(list)")
    }
  }
}
