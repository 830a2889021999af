import ArgumentParser
import Bilingual
import Domain
import Tracker

struct DesignIncorporateCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "incorporate", "Take a lesson up into an item.", "教訓を項目に反映します。",
      examples: ["pdca design incorporate HQ-D2 SALES-L3 --item 1"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String
  @Argument(help: help("The lesson.", "教訓の ID。")) var lesson: String
  @Option(help: help("The item's number.", "項目の番号。")) var item: Int

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let lesson = try desk.known(lesson, .lesson)
    let outcome = try desk.tracker.design(
      .incorporate(lesson: lesson, item: item), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(
        en: "\(lesson) is taken up in item \(item) of \(id).",
        ja: "\(lesson) を \(id) の項目\(item)に反映しました。"))
  }
}
