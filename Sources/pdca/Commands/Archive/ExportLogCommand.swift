import ArgumentParser
import Domain
import EventLog
import Office
import Presentation
import Terminal
import Wording

struct ExportLogCommand: DeskCommand {
  static var configuration: CommandConfiguration {
    .of(
      "log", "Write the log as NDJSON, one canonical line an event, of one moment.",
      "記録を NDJSON (1 イベント 1 行) で、同一時点の内容として書き出します。",
      examples: [
        "pdca export log --output log.ndjson", "pdca export log -d SALES | sha256sum",
        "pdca export log --cloudevents --source https://example.com/pdca",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Option(
    name: [.short, .customLong("department")],
    help: help(
      "A department, or all; may be repeated. Without it all.", "部門、または all。繰り返し可。省略時は全部門です。"))
  var department: [String] = []

  @Option(
    name: [.short, .customLong("output")],
    help: help("The file to write, or - for standard output.", "出力先のファイル。- は標準出力です。"))
  var output = "-"

  @Flag(help: help("Write CloudEvents 1.0 instead.", "CloudEvents 1.0 形式で書き出します。"))
  var cloudevents = false

  @Option(
    help: help(
      "What the source of CloudEvents begins with, a URI reference.",
      "CloudEvents の source の前半 (URI 参照)。"))
  var source = "/pdca"

  @Option(
    help: help(
      "Write the kept reports of closed reviews to this file.",
      "保存されている終了済みレビューの内容を、このファイルに書き出します。"))
  var reports: String?

  func run(at desk: Desk) throws {
    for path in [output, reports].compactMap(\.self) {
      try OutputForm.require(path, ["ndjson", "jsonl", "json", "log", "txt"])
    }
    let codes = try codes(desk)
    let out = try ExportOutput(output, desk.answer.console)
    let side = try reports.map { try ExportOutput($0, desk.answer.console) }
    let form: ExportForm = cloudevents ? .cloudEvent(source: source) : .line
    let (departments, kept) = try desk.office.export(
      codes, as: form, to: out, reports: side)
    try side?.finish()
    try out.finish()
    if output != "-" { tell(departments, side == nil ? nil : kept, desk.answer) }
  }

  /// Nil for all.
  private func codes(_ desk: Desk) throws -> [String]? {
    if department.isEmpty || department.contains(where: { $0.lowercased() == "all" }) { return nil }
    return try department.map { try desk.department(named: $0).rawValue }
  }

  private func tell(_ departments: [ExportedDepartment], _ kept: Int?, _ answer: Answer) {
    let events = departments.events
    answer.give(json: departments.json(in: output, reports: kept)) {
      [
        answer.say(
          "\(NumberText.whole(events)) events of \(departments.map(\.code).joined(separator: ", ")) "
            + "are in \(safe(output)).",
          "\(departments.map(\.code).joined(separator: "、")) のイベント \(NumberText.whole(events)) 件を "
            + "\(safe(output)) に書き出しました。")
      ]
    }
  }
}
