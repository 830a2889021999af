import ArgumentParser
import Office
import Presentation

struct TodayCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "today",
      "Show what is yours today, across departments, each with its command; pdca alone does the same.",
      "今日の自分の予定を、部門をまたいでコマンドつきで表示します。pdca だけでも同じです。",
      examples: ["pdca today", "pdca today --of sato", "pdca today --as-of 2026-10-30"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Option(help: help("Of this member instead of yourself.", "自分の代わりに、このメンバーの予定。"))
  var of: String?

  func run(at desk: Desk) throws {
    let day = try desk.office.myDay(of: of.map { try Read.account($0) })
    desk.answer.give(json: day.json) {
      day.lines(desk.answer.language, desk.answer.layout, calling: desk.names)
    }
  }
}
