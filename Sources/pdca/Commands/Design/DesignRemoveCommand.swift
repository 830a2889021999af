import ArgumentParser
import Bilingual
import Domain
import Tracker

struct DesignRemoveCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "remove", "Remove an item from a draft.", "起案中の研修設計から項目を外します。",
      examples: ["pdca design remove HQ-D2 3 --reason 'Taught in spring'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String
  @Argument(help: help("The item's number.", "項目の番号。")) var item: Int
  @Option(help: help("Why.", "理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    let outcome = try desk.tracker.design(
      .removeItem(number: item, reason: reason), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(en: "Item \(item) of \(id) is removed.", ja: "\(id) の項目\(item)を外しました。"))
  }
}
