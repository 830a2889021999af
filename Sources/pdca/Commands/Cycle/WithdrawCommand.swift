import ArgumentParser
import Bilingual
import Domain
import Terminal
import Tracker

struct WithdrawCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "withdraw", "Take back an action logged by mistake; it stays in the log.",
      "誤って記録した実施内容を取り消します。記録そのものは残ります。",
      examples: ["pdca withdraw SALES-12 3 --reason 'Belongs to SALES-13'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle.", "ミニPDCAの ID。")) var cycle: String

  @Argument(
    help: help("The action's entry number, as cycle show gives it.", "実施内容の記録番号 (cycle show で確認)。"))
  var action: String

  @Option(help: help("Why it is taken back.", "取り消しの理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    guard let action = Int(action.halfWidth), action > 0 else {
      throw DeskError.unreadable(argument: "ACTION", text: action, wanted: .wholeNumber)
    }
    let reason =
      try reason
      ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is taken back", "取り消しの理由"))
    let outcome = try desk.tracker.cycle(
      .withdraw(action: action, reason: reason), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(
        en: "\(id): the action with entry number \(action) is withdrawn.",
        ja: "\(id) の実施内容（記録番号\(action)）を取り消しました。"))
  }
}
