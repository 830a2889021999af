import ArgumentParser
import Bilingual
import CivilTime
import Domain
import Office
import Orders
import ReadModels
import Shapes
import Terminal
import Wording

extension IssueCommand {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "list", "List issues: of a department, to a layer, undecided.",
        "課題の一覧を表示します（部門、提起先、未決で絞り込めます）。",
        examples: ["pdca issue list --open", "pdca issue list --all --to executive"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput
    @OptionGroup var department: DepartmentOption

    @Flag(help: help("Of all departments.", "全部門を表示します。")) var all = false

    @Flag(help: help("Undecided ones only.", "未決のもののみ表示します。")) var open = false

    @Option(help: help("To this layer only.", "この階層への提起のみ表示します。")) var to: Layer?

    func run(at desk: Desk) throws {
      let home = try desk.shown(department, all: all)
      let rows = try desk.office.issues(of: home, to: to, undecidedOnly: open)
      try list.give(
        Phrase(en: "Issues", ja: "課題"), json: rows.listJSON, desk.answer,
        table: { table(rows, desk) }, none: rows.isEmpty ? none(desk) : nil)
    }

    private func none(_ desk: Desk) -> String {
      if open || to != nil { return desk.answer.say("There are no such issues.", "該当する課題はありません。") }
      return desk.answer.say(
        "There are no issues yet. Raise one:  pdca issue raise \"<issue>\" --to <layer>",
        "課題はまだありません。提起する:  pdca issue raise \"<課題>\" --to <階層>")
    }

    private func table(_ rows: [IssueRow], _ desk: Desk) -> Table {
      let say = desk.answer.say
      var table = Table([
        .init("ID", minimumWidth: 8, priority: 3),
        .init(say("Issue", "提起内容"), minimumWidth: 16, overflow: .wrap),
        .init(say("To", "提起先"), priority: 2),
        .init(say("Raised", "提起日"), minimumWidth: 10, priority: 3),
        .init(say("Decision", "決定事項"), minimumWidth: 12, overflow: .wrap),
      ])
      for row in rows {
        table.add([
          Cell("\(row.id)", .id), Cell(row.issue), Cell(row.raisedTo.words(desk.answer.language)),
          Cell("\(desk.setting.zone.date(at: row.raisedAt))"), Cell(row.decision ?? "–"),
        ])
      }
      return table
    }
  }
}
