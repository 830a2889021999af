import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation

struct DesignTraceCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "trace", "Show the way of a lesson: cycle, design, session, and the KPI since.",
      "教訓の流れ (ミニPDCA、研修設計、セッション、その後の KPI) を表示します。",
      examples: ["pdca design trace SALES-L3", "pdca design trace SALES-12"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Argument(help: help("A lesson, or a cycle.", "教訓またはミニPDCAの ID。"), completion: .ids(.cycles))
  var id: String

  func run(at desk: Desk) throws {
    guard let item = ItemID(id.halfWidth), item.kind == .lesson || item.kind == .cycle else {
      throw InputFault.unreadable(argument: "ID", text: id, wanted: .lessonID)
    }
    let start = try desk.item(id, item.kind)
    let paths = try desk.office.paths(from: start)
    desk.answer.give(json: paths.listJSON(from: start)) {
      paths.isEmpty
        ? [
          desk.answer.say(
            "No lesson was drafted from \(start). Draft one:  pdca lesson draft \"<title>\" --cycle \(start)",
            "\(start) から起案された教訓はありません。起案する:  pdca lesson draft \"<題名>\" --cycle \(start)")
        ]
        : Array(
          paths.map { $0.lines(desk.answer.language, desk.answer.layout, calling: desk.names) }
            .joined(separator: [""]))
    }
  }
}
