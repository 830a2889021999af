import ArgumentParser
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Terminal

struct ExportCasesCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "cases", "Write success and failure cases, a page each, for a training or a new department.",
      "成功例・失敗例を1件1ページの事例集として書き出します。研修や新しい部門で使えます。",
      examples: [
        "pdca export cases -d SALES --output cases.pdf",
        "pdca export cases --all --format markdown",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var department: DepartmentOption

  @Flag(help: help("Of all departments.", "全部門を対象にします。")) var all = false

  @Option(
    help: help(
      "Form: markdown, html or pdf; without it as the output's name ends, or markdown.",
      "形式（markdown、html、pdf）。省略時は出力先の拡張子、または markdown です。"))
  var format: ReportFormat?

  @Option(help: help("Write it to this file.", "出力先のファイル。")) var output: String?

  /// Actions that a card has room for.
  private static let actions = 8

  func run(at desk: Desk) throws {
    let home = try desk.shown(department, all: all)
    let form = try format ?? output.flatMap { try ReportFormat(fileName: $0) } ?? .markdown
    guard [.markdown, .html, .pdf].contains(form) else {
      throw InputFault.unreadable(argument: "--format", text: form.rawValue, wanted: .output)
    }
    let cards = try desk.office.caseCards(of: home, actions: Self.actions)
    let name = home?.rawValue ?? desk.answer.say("all departments", "全部門")
    let collection = CaseCollection(cards, of: name, desk.answer.language)
    let document = collection.document
    guard let output else {
      guard form != .pdf else { throw DeskError.missing(.output, argument: "--output") }
      if form == .html, !desk.answer.isJSON { return desk.answer.show(document.html()) }
      return desk.answer.give(json: collection.json(in: nil)) {
        document.markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
    }
    let file = OutputFile(path: output)
    switch form {
    case .pdf: try file.replace { try PDFRenderer().render(document.html(), to: $0) }
    case .html: try file.write(document.html())
    default: try file.write(document.markdown)
    }
    desk.answer.give(json: collection.json(in: output)) {
      [
        desk.answer.say(
          "\(cards.count) cases are in \(safe(output)).",
          "\(cards.count)件の事例を \(safe(output)) に書き出しました。")
      ]
    }
  }
}
