import ArgumentParser
import Bilingual
import Domain
import Tracker

struct DoCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "do", "Log an action on a cycle, one line.", "ミニPDCAに実施内容を一行で記録します。",
      examples: [
        "pdca do SALES-12 'Drafted three proposals with the assistant' --minutes 45",
        "pdca do 12 '提案書の初稿を生成AIで作成' --on yesterday",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle (SALES-12, or 12 in the current department).", "ミニPDCAの ID。"))
  var cycle: String

  @Argument(help: help("What was done.", "実施した内容。")) var text: String?

  @Option(help: help("Time it took (45, 1h30m).", "所要時間 (45、1h30m)。")) var minutes: String?

  @Option(help: help("Where it can be seen.", "参照先。")) var link: String?

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    let entry = ActionEntry(
      text: try text ?? desk.ask(.text, "<text>", desk.answer.say("What was done", "実施した内容")),
      minutes: try minutes.map { try Read.minutes($0, "--minutes") }, link: link)
    let outcome = try desk.tracker.cycle(
      .log(entry), on: id, desk.order(in: id.department, writing, commutes: true))
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(
        en: "\(id): action logged, as entry \(outcome.version).",
        ja: "\(id) に実施内容を記録しました（記録番号\(outcome.version)）。"))
  }
}
