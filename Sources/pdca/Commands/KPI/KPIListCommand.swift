import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Statistics
import Terminal
import Wording

extension KPICommand {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "list", "List the KPIs of the department, or of all.",
        "部門のKPIの一覧を表示します（--all で全部門）。",
        examples: ["pdca kpi list", "pdca kpi list --all --retired"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput
    @OptionGroup var department: DepartmentOption

    @Flag(help: help("Of all departments.", "全部門を表示します。")) var all = false

    @Flag(help: help("Retired ones, too.", "廃止したKPIも表示します。")) var retired = false

    func run(at desk: Desk) throws {
      let home = try desk.shown(department, all: all)
      let (rows, latest) = try desk.office.kpis(of: home, includingRetired: retired)
      try list.give(
        Phrase(en: "KPIs", ja: "KPI"),
        json: rows.listJSON(latest: latest), desk.answer,
        table: { table(rows, latest, desk.answer) }, none: rows.isEmpty ? none(desk) : nil)
    }

    private func none(_ desk: Desk) -> String {
      desk.answer.say(
        "There are no KPIs yet. Define one:  pdca kpi define <code> \"<name>\" --unit <unit>",
        "KPIはまだありません。定義する:  pdca kpi define <コード> \"<名称>\" --unit <単位>")
    }

    private func table(
      _ rows: [KPIRow], _ latest: [KPIReference: ObservationRow], _ answer: Answer
    ) -> Table {
      var table = Table([
        .init(answer.say("Code", "コード"), minimumWidth: 10, priority: 3),
        .init(answer.say("Name", "名称"), minimumWidth: 10),
        .init(answer.say("Latest", "最新の実績値"), align: .right, minimumWidth: 12, priority: 3),
        .init(answer.say("Period", "期間"), minimumWidth: 10, priority: 3),
        .init(answer.say("Target", "目標値"), align: .right, minimumWidth: 8, priority: 3),
        .init(answer.say("Kind", "種類"), priority: 1),
      ])
      for row in rows {
        let last = latest[row.reference]
        table.add([
          Cell(all ? "\(row.reference)" : "\(row.code)", .id), Cell(row.name),
          Cell(last.map { $0.observation.text(of: row, answer.language) } ?? "–"),
          Cell(last.map { DateText.compact($0.period, Statistics.Cadence(row.cadence)) } ?? "–"),
          Cell(row.target.map { row.level($0, answer.language) } ?? "–"),
          Cell(row.state(answer)),
        ])
      }
      return table
    }
  }
}

extension KPIRow {
  fileprivate func state(_ answer: Answer) -> String {
    retiredAt == nil ? kind.words(answer.language) : answer.say("retired", "廃止")
  }
}
