import ArgumentParser
import Bilingual
import Domain
import EventLog
import Office
import Presentation
import Terminal

struct ReplayCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "replay", "Step through the history of a thing: each event, and what it changed.",
      "記録を一件ずつたどり、何がどう変わったかを表示します。",
      examples: [
        "pdca replay SALES-12", "pdca replay proposal-hours --json",
        "pdca replay SALES --from 100 --to 120", "pdca replay SALES-2026-W47 --no-input",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var department: DepartmentOption

  @Argument(
    help: help(
      "A cycle, lesson, issue, design or review by its id, a KPI, or a department.",
      "ミニPDCA、教訓、課題、研修設計、レビューの ID、KPI、または部門。"))
  var what: String

  @Option(help: help("From this position of the log on.", "この位置から表示します。")) var from: Int?

  @Option(help: help("Up to this position of the log.", "この位置まで表示します。")) var to: Int?

  func validate() throws {
    if from.map({ $0 < 1 }) == true || to.map({ $0 < from ?? 1 }) == true {
      throw ValidationError(
        Language.ofProcess.choose(
          "--from is 1 or more, and --to not before it.", "--from は 1 以上、--to は --from 以上で指定してください。"
        ))
    }
  }

  func run(at desk: Desk) throws {
    let subject = try desk.replayed(what, in: department)
    let steps = try desk.office.replay(subject, told: (from ?? 1)...(to ?? .max))
    if desk.answer.canStep, !steps.isEmpty { return try ReplayViewer(subject, steps, desk).run() }
    desk.answer.give(
      json: subject.json(steps, desk.answer.language) { desk.moment($0) }
    ) {
      steps.isEmpty
        ? [desk.answer.say("Nothing is recorded there.", "該当する記録はありません。")]
        : Array(steps.map { $0.lines(desk) }.joined(separator: [""]))
    }
  }
}

extension Answer {
  /// Whether a person sits at both ends.
  fileprivate var canStep: Bool { !isJSON && prompt.isInteractive && console.isTerminal }
}
