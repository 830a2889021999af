import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Tables
import Terminal

extension ConceptGroup {
  struct SheetCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "sheet", "The blank worksheet for the room: .pdf to write on, .xlsx to fill in and import.",
        "会場で使う未記入のワークシートを作成します（手書きは .pdf、記入して取り込む場合は .xlsx）。",
        examples: [
          "pdca concept sheet --output worksheet.pdf --session HQ-D2.1 --lang ja",
          "pdca concept sheet --output concepts.xlsx",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var department: DepartmentOption

    @Option(
      help: help("The file: .pdf, .xlsx, .html or .json.", "出力先（.pdf、.xlsx、.html、.json）。"))
    var output: String
    @Option(help: help("The session that it is for (HQ-D2.1).", "使用するセッション（HQ-D2.1）。"))
    var session: String?

    func run(at desk: Desk) throws {
      let home = try department.code.map { _ in try desk.department(department) }
      let kpis = try desk.office.kpis(of: home, includingRetired: false).rows
      let paper = ConceptPaper(
        desk.answer.language, session: try session.map { try desk.office.session($0) }, kpis: kpis,
        valueAreas: try desk.office.valueAreas().map(\.name))
      if OutputForm.ending(of: output) == "xlsx" {
        try SheetOutput.write(paper.tables, to: output)
        return desk.answer.give(json: .written(to: output)) {
          [
            desk.answer.say("It is in \(safe(output)).", "\(safe(output)) に書き出しました。"),
            desk.answer.say(
              "Once filled in:  pdca concept import \(safe(output))",
              "記入後:  pdca concept import \(safe(output))"),
          ]
        }
      }
      var target = try PaperOutput.parse([])
      target.output = output
      try target.give([paper.paper], json: paper.paper.json, desk.answer, text: nil)
    }
  }
}

extension ConceptPaper {
  /// First the rows to fill in, which the import reads; then how, and what may be named.
  var tables: [SheetTable] {
    let columns = ConceptColumn.allCases
    return [
      SheetTable(
        name: language.choose("Concepts", "活用構想"), columns: columns.map { $0.title(language) },
        rows: []),
      SheetTable(
        name: language.choose("How to fill in", "記入方法"),
        columns: [
          language.choose("Column", "列"), language.choose("Needed", "必須"),
          language.choose("What to write", "書く内容"),
        ],
        rows: columns.map {
          [
            .text($0.title(language)), .text($0.isNeeded ? language.choose("yes", "必須") : ""),
            .text($0.hint(language)),
          ]
        }),
      SheetTable(
        name: language.choose("KPIs", "KPI一覧"),
        columns: ["KPI", language.choose("Name", "名称"), language.choose("Unit", "単位")],
        rows: kpis.map { [.text("\($0.reference)"), .text($0.name), .text($0.unit)] }),
      SheetTable(
        name: language.choose("Value areas", "価値領域"),
        columns: [language.choose("Value area", "価値領域")],
        rows: valueAreas.map { [.text($0)] }),
    ]
  }
}
