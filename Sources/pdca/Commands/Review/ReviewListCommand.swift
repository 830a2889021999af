import ArgumentParser
import Bilingual
import Domain
import Office
import ReadModels
import Shapes
import Terminal

struct ReviewListCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "list", "List the reviews that were opened, the latest first.", "開始済みのレビューを新しい順に表示します。",
      examples: ["pdca review list", "pdca review list -d SALES"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var list: ListOutput

  @Option(
    name: [.customShort("d"), .customLong("department")],
    help: help("Of one department.", "部門を絞ります。"))
  var code: String?

  func run(at desk: Desk) throws {
    let department = try code.map { try desk.department(named: $0) }
    try desk.noteUnseen(of: department.map { [$0] })
    let reviews = try desk.office.reviews(of: department)
    try list.give(
      Phrase(en: "Reviews", ja: "レビュー"), json: reviews.listJSON,
      desk.answer, table: { table(reviews, desk) },
      none: reviews.isEmpty ? none(desk) : nil)
  }

  private func none(_ desk: Desk) -> String {
    desk.answer.say(
      "No review is open yet. Open one:  pdca review open 2026-W47",
      "レビューはまだありません。開始する:  pdca review open 2026-W47")
  }

  private func table(_ reviews: [ReviewRow], _ desk: Desk) -> Table {
    let answer = desk.answer
    var table = Table([
      Table.Column(answer.say("Review", "レビュー"), priority: 2),
      Table.Column(answer.say("Days", "期間")), Table.Column(answer.say("State", "状態")),
      Table.Column(answer.say("Opened by", "開始者")),
    ])
    for row in reviews {
      table.add([
        Cell("\(row.id)", .id), Cell("\(row.firstDay) – \(row.lastDay)"),
        row.closedAt == nil
          ? Cell(answer.say("open", "開催中"), .warn) : Cell(answer.say("closed", "終了"), .good),
        Cell(desk.names(row.openedBy)),
      ])
    }
    return table
  }
}
