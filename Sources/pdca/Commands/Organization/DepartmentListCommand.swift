import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Shapes
import Terminal

extension DepartmentCommand {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of("list", "List the departments.", "部門の一覧を表示します。")
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput

    @Flag(help: help("Closed ones, too.", "閉鎖した部門も表示します。")) var all = false

    func run(at desk: Desk) throws {
      let rows = try desk.office.departments(includingClosed: all)
      let current = desk.configuration["department"]
      try list.give(
        Phrase(en: "Departments", ja: "部門"),
        json: rows.listJSON(current: current, head: desk.setting.head), desk.answer,
        table: { table(rows, current: current, desk) })
    }

    private func table(_ rows: [DepartmentRow], current: String?, _ desk: Desk) -> Table {
      let say = desk.answer.say
      var table = Table([
        .init(""), .init(say("Code", "コード"), minimumWidth: 8, priority: 2),
        .init(say("Name", "名称"), minimumWidth: 10, priority: 1),
        .init(say("Sponsor", "スポンサー")), .init(say("State", "状態")),
      ])
      for row in rows {
        table.add([
          Cell("\(row.code)" == current ? "*" : ""), Cell("\(row.code)", .id), Cell(row.name),
          Cell(row.sponsor.map { desk.names($0) } ?? "–"),
          Cell(row.state(head: desk.setting.head)(desk.answer.language)),
        ])
      }
      return table
    }
  }
}
