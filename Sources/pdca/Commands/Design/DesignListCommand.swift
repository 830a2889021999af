import ArgumentParser
import Bilingual
import Domain
import Office
import ReadModels
import Shapes
import Terminal
import Wording

struct DesignListCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of("list", "List the training designs.", "研修設計の一覧を表示します。", examples: ["pdca design list"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var list: ListOutput

  func run(at desk: Desk) throws {
    let designs = try desk.office.designs()
    try list.give(
      Phrase(en: "Training designs", ja: "研修設計"), json: designs.listJSON,
      desk.answer, table: { table(designs, desk) }, none: designs.isEmpty ? none(desk) : nil)
  }

  private func none(_ desk: Desk) -> String {
    desk.answer.say(
      "There is no training design yet. Draft one:  pdca design draft \"<title>\" --for <layer>",
      "研修設計はまだありません。起案する:  pdca design draft \"<題名>\" --for <階層>")
  }

  private func table(_ designs: [DesignRow], _ desk: Desk) -> Table {
    let answer = desk.answer
    var table = Table([
      Table.Column("ID", priority: 2), Table.Column(answer.say("Title", "題名"), overflow: .wrap),
      Table.Column(answer.say("For", "対象")), Table.Column(answer.say("State", "状態")),
    ])
    for row in designs {
      table.add([
        Cell("\(row.id)", .id), Cell(row.title), Cell(row.audience.listed(answer)),
        row.approvedAt.map {
          Cell(answer.say("approved \(desk.day($0))", "承認 \(desk.day($0))"), .good)
        }
          ?? Cell(answer.say("draft", "起案中"), .warn),
      ])
    }
    return table
  }
}

extension [Layer] {
  func listed(_ answer: Answer) -> String {
    map { $0.words(answer.language) }.joined(separator: answer.say(", ", "、"))
  }
}
