import ArgumentParser
import Bilingual
import Domain
import Tracker

struct ObstacleCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "obstacle", "Report what stands in a cycle's way.", "ミニPDCAの障害を報告します。",
      examples: ["pdca obstacle SALES-12 'Two of five have no licence yet'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle.", "ミニPDCAの ID。")) var cycle: String

  @Argument(help: help("What stands in the way.", "障害の内容。")) var text: String?

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    let text =
      try text ?? desk.ask(.text, "<text>", desk.answer.say("What stands in the way", "障害の内容"))
    let outcome = try desk.tracker.cycle(
      .report(obstacle: text), on: id, desk.order(in: id.department, writing, commutes: true))
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(en: "\(id): obstacle reported.", ja: "\(id) に障害を記録しました。"),
      next: [
        Phrase(
          en: "pdca issue raise \"<issue>\" --to promoter --cycle \(id)",
          ja: "pdca issue raise \"<内容>\" --to promoter --cycle \(id)")
      ])
  }
}
