import ArgumentParser
import Bilingual
import Domain
import Office
import ReadModels
import Shapes
import Terminal

extension HypothesisCommand {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "list", "List hypotheses, of one KPI or of the department.",
        "原因仮説の一覧を表示します（KPIを指定しなければ部門全体）。",
        examples: ["pdca hypothesis list", "pdca hypothesis list proposal-hours"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The KPI.", "KPIコード。"), completion: .ids(.kpis)) var kpi: String?

    func run(at desk: Desk) throws {
      let named = try kpi.map { try desk.definedKPI($0, in: department).reference }
      let rows = try desk.office.hypotheses(
        of: named, in: named?.department ?? desk.department(department))
      try list.give(
        Phrase(en: "Hypotheses", ja: "原因仮説"), json: rows.listJSON,
        desk.answer, table: { HypothesisRow.table(rows, desk) },
        none: rows.isEmpty
          ? desk.answer.say("There are no hypotheses.", "原因仮説はありません。") : nil)
    }
  }
}

extension HypothesisRow {
  static func table(_ rows: [HypothesisRow], _ desk: Desk) -> Table {
    let answer = desk.answer
    var table = Table([
      .init("KPI", minimumWidth: 10, priority: 2),
      .init(answer.say("No.", "番号"), align: .right, priority: 3),
      .init(answer.say("Signal", "シグナル"), minimumWidth: 12, priority: 1, overflow: .wrap),
      .init(answer.say("Hypothesis", "原因仮説"), minimumWidth: 16, overflow: .wrap),
      .init(answer.say("By", "提案者"), priority: 1),
      .init(answer.say("Test", "検証"), minimumWidth: 8, overflow: .wrap),
    ])
    for row in rows {
      let machine = row.byMachine ? answer.say(" (machine)", "（自動）") : ""
      table.add([
        Cell("\(row.department)/\(row.kpi)", .id), Cell("\(row.number)"),
        Cell("\(row.rule) \(row.period)"), Cell(row.hypothesis),
        Cell("\(desk.names(row.proposedBy))\(machine)"), row.test(answer),
      ])
    }
    return table
  }

  private func test(_ answer: Answer) -> Cell {
    guard let accepted else { return Cell(answer.say("open", "未検証")) }
    let note = testNote ?? ""
    return accepted
      ? Cell(answer.say("accepted: \(note)", "支持: \(note)"), .good)
      : Cell(answer.say("rejected: \(note)", "棄却: \(note)"), .dim)
  }
}
