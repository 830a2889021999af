import ArgumentParser
import CivilTime
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Terminal
import Wording

struct PlanCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "plan", "Plan a cycle: a change, and what it will do to a KPI.",
      "ミニPDCAを計画します。試すことと、KPIへの効果の予測を書きます。",
      examples: [
        "pdca plan 'Drafts by assistant' --kpi proposal-hours --predict 4 --due +4w \\",
        "    --problem 'Proposals take too long' --change 'First drafts by the assistant'",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle's title.", "題名。")) var title: String?

  @Option(
    help: help("The KPI (code, or DEPARTMENT/code).", "KPI (コード、または 部門/コード)。"),
    completion: .ids(.kpis))
  var kpi: String?

  @Option(
    parsing: .unconditional,
    help: help(
      "The KPI's level expected in the window, or a range that it will lie in 8 times out of 10 (6..8).",
      "測定期間のKPIの予測値。または、10回中8回は収まると見込む範囲（6..8）。"))
  var predict: String?

  @Option(parsing: .unconditional, help: help("The day it is to be checked.", "期限。")) var due:
    String?

  @Option(help: help("What is wrong today.", "困りごと。")) var problem: String?

  @Option(help: help("What is tried.", "打ち手。")) var change: String?

  @Option(
    parsing: .unconditional,
    help: help("First day of the window; without it the day of the plan.", "測定期間の初日。省略時は計画日。"))
  var from: String?

  @Option(
    parsing: .unconditional,
    help: help("Last day of the window; without it the due date.", "測定期間の最終日。省略時は期限。"))
  var to: String?

  @Option(help: help("Who answers for it; without it you.", "担当者。省略時は自分。"))
  var owner: String?

  @Option(
    help: help(
      "The case that leads a proposal (pdca propose) which this takes up: its change and problem, unless others are given.",
      "取り上げる改善提案 (pdca propose) の先頭の事例。打ち手と困りごとは、省略するとその事例のものになります。"),
    completion: .ids(.cycles))
  var after: String?

  @Option(
    help: help(
      "The journal that gets the plan (SALES-5), instead of a new cycle.",
      "新しいミニPDCAではなく、この活動記録 (SALES-5) に計画を付けます。"))
  var journal: String?

  func run(at desk: Desk) throws {
    let journal = try journal.map { try desk.known($0, .cycle, in: department) }
    let home = try journal?.department ?? desk.department(department)
    let lead = try after.map { try desk.known($0, .cycle, in: department) }
    let precedent = try lead.flatMap { try desk.office.cycle($0) }
    try desk.require(
      (title ?? precedent?.title, .title, "<title>"),
      (problem ?? precedent?.problem, .problem, "--problem"),
      (change ?? precedent?.change, .change, "--change"),
      (kpi, .kpi, "--kpi"), (predict, .prediction, "--predict"), (due, .due, "--due"))
    var request = try words(desk, like: precedent)
    request.precedents = lead.map { [$0] } ?? []
    let lessons = try ConsultedLessons(for: request, desk)
    request.lessonsConsulted = lessons.ids
    let isShown = desk.answer.prompt.isInteractive
    if isShown { lessons.note(desk) }
    let order = try desk.order(in: home, writing)
    try complete(&request, order, desk)
    let (id, outcome) = try desk.office.plan(request, journal: journal, order)
    let answer = try PlanAnswer(id, outcome, lessons, desk)
    desk.answer.give(
      json: outcome.json(planned: answer.cycle, of: id, lessons: lessons.matches)
    ) { answer.text(desk, withLessons: !isShown) }
  }

  /// The title and the prose, asked for on a terminal.
  private func words(_ desk: Desk, like known: CycleRow?) throws -> PlanRequest {
    let answer = desk.answer
    return PlanRequest(
      title: try title ?? known?.title ?? desk.ask(.title, "<title>", answer.say("Title", "題名")),
      problem: try problem ?? known?.problem
        ?? desk.ask(.problem, "--problem", answer.say("What is wrong today", "困りごと")),
      change: try change ?? known?.change
        ?? desk.ask(.change, "--change", answer.say("What is tried", "打ち手")),
      kpi: nil, predicted: nil, due: nil)
  }

  /// The prediction, asked for on a terminal once the lessons were shown.
  private func complete(_ request: inout PlanRequest, _ order: Order, _ desk: Desk) throws {
    let choice = kpi == nil ? try desk.kpiChoice(of: order.department) : []
    for line in choice { desk.answer.console.note("  \(line)") }
    let kpi = try asked(kpi, .kpi, "--kpi", ("KPI (code)", "KPI (コード)"), help: choice, desk) {
      try desk.knownKPI($0, in: department)
    }
    request.kpi = kpi
    let prediction = try asked(predict, .prediction, "--predict", ("Prediction", "予測"), desk) {
      try desk.prediction($0, "--predict", of: kpi)
    }
    (request.predicted, request.range) = (prediction.level, prediction.range)
    request.due = try asked(due, .due, "--due", ("Due date", "期限"), desk) { typed in
      try due == nil
        ? desk.office.dueToCome(typed, "--due", order) : desk.due(typed, "--due")
    }
    request.windowStart = try from.map { try desk.due($0, "--from") }
    request.windowEnd = try to.map { try desk.due($0, "--to") }
    request.owner = try owner.map { try Read.account($0) }
  }

  /// What was given, or is answered: asked again until it can be read.
  private func asked<Value: Sendable>(
    _ given: String?, _ wanted: InputFault.Wanted, _ option: String, _ question: (String, String),
    help: [String] = [], _ desk: Desk, reading read: (String) throws -> Value
  ) throws -> Value {
    if let given { return try read(given) }
    return try desk.ask(
      wanted, option, desk.answer.say(question.0, question.1), help: help, reading: read)
  }
}

extension Desk {
  /// The department's KPIs as a person chooses among them: code, name, unit, and the level that the
  /// latest observations make.
  fileprivate func kpiChoice(of department: DepartmentCode) throws -> [String] {
    try office.levels(of: department).map { kpi, level in
      let numbers = NumberText(
        unit: kpi.unit, language: answer.language, isProportion: kpi.measure == .proportion)
      let now = level.map {
        answer.say("now \(numbers.computed($0))", "現在 \(numbers.computed($0))")
      }
      return [kpi.code.rawValue, kpi.name, now ?? kpi.unit].joined(separator: "  ")
    }
  }

  /// A KPI that is there; else it is refused with those whose codes are near.
  func knownKPI(_ text: String, in option: DepartmentOption) throws -> KPIReference {
    try office.knownKPI(text, in: home(option))
  }
}
