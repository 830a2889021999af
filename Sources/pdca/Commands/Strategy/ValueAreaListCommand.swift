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

extension ValueAreaCommand {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of("list", "List the value areas chosen.", "選定した価値領域の一覧を表示します。")
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput

    func run(at desk: Desk) throws {
      let rows = try desk.office.valueAreas()
      try list.give(
        Phrase(en: "Value areas", ja: "価値領域"),
        json: rows.listJSON, desk.answer,
        table: { ValueAreaRow.table(rows, desk.answer, zone: desk.setting.zone) },
        none: rows.isEmpty
          ? desk.answer.say("No value area is chosen yet.", "価値領域はまだ選定されていません。") : nil)
    }
  }
}

extension ValueAreaRow {
  static func table(_ rows: [ValueAreaRow], _ answer: Answer, zone: TimeZoneRules) -> Table {
    var table = Table([
      .init(answer.say("Area", "領域"), minimumWidth: 10, priority: 2),
      .init(answer.say("Investment", "投資額"), align: .right, priority: 3),
      .init(answer.say("Why", "理由"), minimumWidth: 16, overflow: .wrap),
      .init(answer.say("Chosen", "選定日"), minimumWidth: 10, priority: 3),
    ])
    for row in rows {
      table.add([
        Cell(row.name), Cell(row.money(answer.language) ?? "–"), Cell(row.why),
        Cell(zone.date(at: row.chosenAt).words(answer.language)),
      ])
    }
    return table
  }

  /// In the currency's major unit, such as `1,200,000 JPY`.
  private func money(_ language: Language) -> String? {
    guard let investment, let currency else { return nil }
    return MoneyText.text(Money(minorUnits: investment, currency: currency), language)
  }
}
