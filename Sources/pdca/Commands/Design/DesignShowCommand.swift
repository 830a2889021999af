import ArgumentParser
import Office
import Shapes

struct DesignShowCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "show", "Show a design: items, lessons, sessions, who attended, what it brought.",
      "研修設計の項目、教訓、セッション、出席、評価を表示します。",
      examples: ["pdca design show HQ-D2"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let detail = try desk.office.design(id)
    desk.answer.give(json: detail.json) { DesignText(detail, desk).lines }
  }
}
