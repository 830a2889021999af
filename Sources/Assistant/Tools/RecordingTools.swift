import Bilingual
import CivilTime
import Domain
import Office
import Orders
import ReadModels

/// Something that was done.
enum LogActionTool: RecordingTool {
  static let name = "log_action"
  static let title = "Log an action"
  static let says =
    "Logs what the person did, one line, on their cycle (or the department's unplanned work). "
    + "The person confirms it first; where the host can't ask, the answer is the command to run."
  static let own: [Parameter] = [
    .needed("text", "What was done, in the person's words."),
    .optional("cycle", "SALES-12; without it the person's only open cycle."),
    .optional("time", "How long it took: 45, 1h30m."), .optional("department", "Its code."),
  ]

  static func entry(_ arguments: Arguments, in room: Room) throws -> Entry {
    let named = try arguments["cycle"].map { try room.cycle($0) }
    let home = try named?.department ?? room.department(arguments["department"])
    let target = try named ?? own(in: home, room)
    let minutes = try arguments["time"].map { text in
      guard let minutes = DurationText.minutes(text.halfWidth) else {
        throw ArgumentFault(text: "\(text) is no time, such as 45 or 1h30m.")
      }
      return minutes
    }
    let text = arguments.needed("text")
    let words =
      ["pdca", "do"] + (target.map { ["\($0)"] } ?? []) + [text]
      + (minutes.map { ["--minutes", "\($0)"] } ?? [])
      + (target == nil ? ["-d", home.rawValue, "--unplanned"] : [])
    return Entry(
      act: .action(target, in: home, ActionEntry(text: text, minutes: minutes)), command: words)
  }

  private static func own(in home: DepartmentCode, _ room: Room) throws -> ItemID? {
    switch try room.office.place(ofActionIn: home) {
    case .cycle(let id): return id
    case .journal: return nil
    case .oneOf(let own):
      throw ArgumentFault(
        text: "Name the cycle: \(own.map { "\($0.id)" }.joined(separator: ", ")).")
    }
  }
}

/// What stands in a cycle's way.
enum ReportObstacleTool: RecordingTool {
  static let name = "report_obstacle"
  static let title = "Report an obstacle"
  static let says =
    "Reports what stands in a cycle's way. The person confirms it first; where the host can't ask, "
    + "the answer is the command to run."
  static let own: [Parameter] = [
    .needed("cycle", "SALES-12."), .needed("text", "What stands in the way."),
  ]

  static func entry(_ arguments: Arguments, in room: Room) throws -> Entry {
    let id = try room.cycle(arguments.needed("cycle"))
    let text = arguments.needed("text")
    return Entry(act: .obstacle(id, text: text), command: ["pdca", "obstacle", "\(id)", text])
  }
}

/// A cause supposed for a signal.
enum ProposeHypothesisTool: RecordingTool {
  static let name = "propose_hypothesis"
  static let title = "Propose a hypothesis"
  static let says =
    "Proposes a cause for a signal on a KPI's chart, marked as a machine's; a person tests it. The "
    + "person confirms it first; where the host can't ask, the answer is the command to run."
  static let own: [Parameter] = [
    .needed("kpi", "SALES/close-rate."),
    .needed("rule", "The signal's rule, as explain_change names it."),
    .needed("period", "The first day of the signal's period, as explain_change names it."),
    .needed("hypothesis", "The cause supposed."),
    .optional("evidence", "Positions that speak for it (SALES@120).", .texts),
  ]

  static func entry(_ arguments: Arguments, in room: Room) throws -> Entry {
    let row = try room.kpi(arguments.needed("kpi"))
    guard let day = LocalDate(iso: arguments.needed("period")) else {
      throw ArgumentFault(text: "The period is a day such as 2026-11-16.")
    }
    let (rule, text) = (arguments.needed("rule"), arguments.needed("hypothesis"))
    let evidence = arguments.list("evidence")
    return Entry(
      act: .hypothesis(
        row.reference, SignalReference(rule: rule, period: day), text: text, evidence: evidence),
      command: ["pdca", "hypothesis", "propose", "\(row.reference)", rule, "\(day)", text]
        + evidence.flatMap { ["--evidence", $0] })
  }
}

/// Something that a training design is to teach.
enum ProposeTrainingItemTool: RecordingTool {
  static let name = "propose_training_item"
  static let title = "Propose a training item"
  static let says =
    "Adds an item to a drafted training design, marked as a machine's; people approve designs. The "
    + "person confirms it first; where the host can't ask, the answer is the command to run."
  static let own: [Parameter] = [
    .needed("design", "HQ-D2."), .needed("title", "What is taught."),
    .optional("reasons", "Ids of lessons, KPIs or issues that speak for it.", .texts),
  ]

  static func entry(_ arguments: Arguments, in room: Room) throws -> Entry {
    let id = try room.item(arguments.needed("design"), .design)
    let (title, reasons) = (arguments.needed("title"), arguments.list("reasons"))
    return Entry(
      act: .trainingItem(id, title: title, reasons: reasons),
      command: ["pdca", "design", "add", "\(id)", title]
        + reasons.flatMap { ["--reason", $0] })
  }
}
