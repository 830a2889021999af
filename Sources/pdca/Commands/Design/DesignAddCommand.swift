import ArgumentParser
import Bilingual
import Domain
import Office
import ReadModels
import Terminal
import Tracker

struct DesignAddCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "add", "Add an item to a draft.", "起案中の研修設計に項目を追加します。",
      examples: ["pdca design add HQ-D2 'Checking a draft' --reason SALES-L3"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String
  @Argument(help: help("The item's title.", "項目の題名。")) var title: String?
  @Option(
    help: help("Why: id of a lesson, KPI, issue or session; may be repeated.", "理由となる ID (複数指定可)。"))
  var reason: [String] = []

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    for case let item? in reason.map({ ItemID($0.halfWidth) }) {
      _ = try desk.known("\(item)", item.kind)
    }
    let title = try title ?? desk.ask(.title, "<title>", desk.answer.say("Title", "題名"))
    let waiting = try desk.office.lessonsWaiting().map(\.id)
    let outcome = try desk.tracker.design(
      .addItem(DesignItemDraft(title: title, reasons: reason)), on: id,
      desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", Phrase(en: "Added to \(id).", ja: "\(id) に項目を追加しました。"),
      next: next(id, outcome.events, waiting.filter { reason.contains("\($0)") }))
  }

  /// The answers that lessons named as reasons still want; else a look at the design.
  private func next(_ id: ItemID, _ events: [DesignEvent], _ lessons: [ItemID]) -> [Phrase] {
    guard case .itemAdded(let item) = events.first, !lessons.isEmpty else {
      return [Phrase(both: "pdca design show \(id)")]
    }
    return lessons.map {
      Phrase(both: "pdca design incorporate \(id) \($0) --item \(item.number)")
    }
  }
}
