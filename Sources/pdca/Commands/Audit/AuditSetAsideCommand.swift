import ArgumentParser
import EventLog
import Office
import Presentation
import Terminal

struct AuditSetAsideCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "set-aside",
      "Pass over an event that can't be applied, so that all else goes on; who and why stay in the "
        + "log, and so does the event.",
      "適用できないイベントを除外し、他の処理を再開します。実行者と理由は記録に残り、イベント自体も残ります。",
      examples: ["pdca audit set-aside SALES@120 --reason 'Appended by SQL, without its values'"])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: help(
      "The event (SALES@120), as pdca projection status names it.",
      "イベント (SALES@120)。pdca projection status に表示されます。"))
  var event: String

  @Option(help: help("Why; it is kept.", "理由 (記録に残ります)。")) var reason: String

  @Option(
    name: .customLong("command-id"),
    help: help(
      "Repeats the command of that identity, whose outcome was unknown.",
      "結果が不明だったコマンドを、同じ識別子で再実行します。"))
  var commandID: String?

  func run() async throws {
    await AuditDesk.serve(global) { desk in
      guard reason.contains(where: { !$0.isWhitespace }) else {
        throw DeskError.missing(.reason, argument: "--reason")
      }
      let done = try await desk.office.setAside(
        event, because: reason, commandID: Repetition.commandID(commandID))
      desk.answer.give(json: done.json) { done.lines(desk.answer) }
      if !done.stopped.isEmpty { throw ExitStatus(code: .rule) }
    }
  }
}

extension SettingAside {
  func lines(_ answer: Answer) -> [String] {
    [
      answer.say(
        "\(event.reference) (\(safe(type))) is set aside; \(saidBy) says so.",
        "\(event.reference) (\(safe(type))) を除外しました。\(saidBy) に記録しています。"),
      safe(obstacle),
    ] + stopped.lines(answer)
  }
}

extension [ExcludedEvent] {
  /// Which events are passed over, and why.
  func lines(_ answer: Answer) -> [String] {
    guard !isEmpty else { return [] }
    return [""]
      + map { event in
        answer.say(
          "\(event.reference) (\(safe(event.type))) is set aside: ",
          "\(event.reference) (\(safe(event.type))) は除外されています: ") + safe(event.reason)
      }
  }
}
