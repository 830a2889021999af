import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Terminal

struct ROICommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "roi", "What a training, a value area or all trainings brought, against what they cost.",
      "研修・価値領域・全体の投資対効果を、費用とKPIの変化から示します。",
      examples: [
        "pdca roi HQ-D1", "pdca roi '提案書づくり' --lang ja", "pdca roi --all --output roi.pdf",
        "pdca roi HQ-D1 --as-of 2026-06-30 --json",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @Argument(help: help("A training design (HQ-D1), or a value area.", "研修設計の ID（HQ-D1）または価値領域。"))
  var about: String?
  @Flag(help: help("Of all trainings; so too where nothing is named.", "全研修（対象を省略した場合も同じ）。"))
  var all = false
  @Option(
    help: help(
      "text, markdown, html, json; pdf and xlsx into a file.",
      "形式（text、markdown、html、json。pdf・xlsx はファイルへ）。"))
  var format: ReportFormat?
  @Option(
    help: help(
      "Write it to this file; its ending says the form: .pdf, .html, .md, .xlsx, .json, .txt.",
      "このファイルに書き出します。形式は拡張子で決まります（.pdf、.html、.md、.xlsx、.json、.txt）。"))
  var output: String?

  func run(at desk: Desk) throws {
    try desk.noteUnseen()
    let report = try desk.office.returns(
      desk.office.returnScope(all ? nil : about, in: desk.home(nil)))
    let form = try format ?? output.flatMap { try ReportFormat(fileName: $0) } ?? .text
    let document = ReturnWords(report, desk.answer.language).document
    guard let output else {
      if form.needsFile { throw DeskError.missing(.output, argument: "--output") }
      return give(document, report, form, desk)
    }
    try write(document, report, form, desk, to: output)
    desk.answer.give(json: .written(to: output)) {
      [desk.answer.say("It is in \(safe(output)).", "\(safe(output)) に書き出しました。")]
    }
  }

  private func give(
    _ document: Document, _ report: ReturnReport, _ form: ReportFormat, _ desk: Desk
  ) {
    let answer = desk.answer
    switch form {
    case .markdown: answer.show(document.markdown)
    case .html, .pdf, .xlsx: answer.show(document.html(notes: [], closing: nil))
    case .json: answer.show(answer.line(report.json))
    case .text: answer.give(json: report.json) { document.lines(answer.layout) }
    }
  }

  private func write(
    _ document: Document, _ report: ReturnReport, _ form: ReportFormat, _ desk: Desk,
    to path: String
  ) throws {
    let page = { document.html(notes: [], closing: nil) }
    let file = OutputFile(path: path)
    switch form {
    case .pdf: try file.replace { try PDFRenderer().render(page(), to: $0) }
    case .xlsx: try SheetOutput.write(ReturnSheets(report, desk.answer.language).sheets, to: path)
    case .html: try file.write(page())
    case .markdown: try file.write(document.markdown)
    case .json: try file.write(desk.answer.line(report.json))
    case .text:
      try file.write(document.lines(Layout()).map { $0 + "\n" }.joined())
    }
  }
}
