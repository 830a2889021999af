import ArgumentParser
import Bilingual
import Domain
import Office
import ReadModels
import Shapes
import Terminal
import Wording

extension ValueGroup {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "list", "List what is stated, each with who said so and where it stands in the log.",
        "効果額の前提の一覧を、記録者と記録位置とともに表示します。", examples: ["pdca value list"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput

    func run(at desk: Desk) throws {
      try desk.noteUnseen()
      let rows = try desk.office.worth().entries
      try list.give(
        Phrase(en: "What it is worth", ja: "効果額の前提"),
        json: rows.listJSON, desk.answer, table: { table(rows, desk) },
        none: rows.isEmpty
          ? desk.answer.say(
            "Nothing is stated yet. Begin:  pdca value set <kpi> <amount> --basis \"<how it is known>\"",
            "記録はまだありません。始める:  pdca value set <KPI> <金額> --basis \"<根拠>\"") : nil)
    }

    private func table(_ rows: [WorthEntryRow], _ desk: Desk) -> Table {
      let (say, language) = (desk.answer.say, desk.answer.language)
      var table = Table([
        .init(say("Event", "記録位置"), minimumWidth: 8, priority: 3),
        .init(say("What is stated", "内容"), minimumWidth: 30, overflow: .wrap),
        .init(say("By", "記録者"), minimumWidth: 8, priority: 2),
        .init(say("On", "記録日"), minimumWidth: 10, priority: 1),
      ])
      for row in rows {
        table.add([
          Cell(row.place, .id), Cell(row.event?.summary(language) ?? row.type),
          Cell(desk.names(row.recordedBy)), Cell(desk.day(row.recordedAt)),
        ])
      }
      return table
    }
  }
}
