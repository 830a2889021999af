import ArgumentParser
import Bilingual
import CanonicalJSON
import Domain
import EventLog
import Postgres
import Reviews
import Terminal
import Tracker

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

  func run(at desk: Desk) throws {
    let codes = try codes(desk)
    let out = try ExportOutput(output, desk.answer.console)
    let departments = try desk.session.transaction(
      isolation: .repeatableRead, readOnly: true
    ) { session in
      let departments = try LogExport.departments(codes, in: session)
      for department in departments { try write(department, to: out, session) }
      return departments
    }
    if !cloudevents { try out.end(departments.map(\.code)) }
    try out.finish()
    if output != "-" { tell(departments, desk.answer) }
  }

  /// Nil for all.
  private func codes(_ desk: Desk) throws -> [String]? {
    if department.isEmpty || department.contains(where: { $0.lowercased() == "all" }) { return nil }
    return try department.map { try desk.department(named: $0).rawValue }
  }

  private func write(
    _ department: ExportedDepartment, to out: ExportOutput, _ session: Session
  ) throws {
    let form: ExportForm = cloudevents ? .cloudEvent(source: source) : .line
    var seal = ExportSeal(department)
    try LogExport.events(of: department, as: form, in: session) { event in
      try out.write(event.line, hash: cloudevents ? nil : seal.take(event))
      return out.isOpen
    }
    if !cloudevents, out.isOpen { try out.write(seal.line) }
  }

  private func tell(_ departments: [ExportedDepartment], _ answer: Answer) {
    let events = departments.reduce(0) { $0 + $1.events }
    let json: JSON = [
      "file": .string(output), "events": JSON(events),
      "departments": JSON(departments.map(\.code)),
    ]
    answer.give(json: json) {
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
