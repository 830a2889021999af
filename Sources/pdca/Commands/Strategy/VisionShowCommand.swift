import ArgumentParser
import Domain
import Office
import Orders
import ReadModels
import Shapes
import Terminal

extension VisionCommand {
  struct ShowCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "show", "The vision with its KPIs, and the value areas chosen.",
        "ビジョンと指標、選定した価値領域を表示します。")
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions

    @Flag(help: help("Earlier visions, too.", "過去のビジョンも表示します。")) var history = false

    func run(at desk: Desk) throws {
      let declared = try desk.office.visions(includingEarlier: history)
      let visions = declared.map { Declared(row: $0.row, kpis: $0.kpis) }
      let areas = try desk.office.valueAreas()
      desk.answer.give(
        json: areas.listJSON(under: declared)
      ) { text(visions, areas, desk) }
    }

    private func text(
      _ visions: [Declared], _ areas: [ValueAreaRow], _ desk: Desk
    ) -> [String] {
      let answer = desk.answer
      guard !visions.isEmpty else {
        return [
          answer.say("No vision is declared yet.", "ビジョンはまだ宣言されていません。"),
          answer.say(
            "Next:  pdca vision declare \"<vision>\" --kpi <code>",
            "次の手順:  pdca vision declare \"<ビジョン>\" --kpi <コード>"),
        ]
      }
      let blocks = visions.map { $0.block(desk).lines(answer.layout) }
      guard !areas.isEmpty else { return Array(blocks.joined(separator: [""])) }
      return Array(blocks.joined(separator: [""]))
        + [""] + answer.layout.heading(answer.say("Value areas", "価値領域"))
        + ValueAreaRow.table(areas, answer, zone: desk.setting.zone).lines(answer.layout)
    }
  }

  /// A vision with its KPIs.
  struct Declared {
    let row: VisionRow
    let kpis: [KPIReference]

    func block(_ desk: Desk) -> KeyValueBlock {
      let say = desk.answer.say
      var block = KeyValueBlock()
      block.add(say("Vision", "ビジョン"), Cell(row.statement, .strong))
      block.add("KPI", Cell(kpis.map { "\($0)" }.joined(separator: say(", ", "、"))))
      block.add(
        say("Declared", "宣言"),
        Cell(desk.made(row.declaredAt, by: row.declaredBy)))
      return block
    }
  }
}
