import Bilingual
import CivilTime
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Wording

/// A plan as the command that a person runs; nothing is recorded.
enum DraftPlanTool: ReadingTool {
  static let name = "draft_plan"
  static let title = "Draft a plan"
  static let says =
    "Drafts a cycle's plan as the pdca command that a person runs, with the KPI's level and "
    + "lessons like it. Records nothing. The prediction is the person's to state."
  static let own: [Parameter] = [
    .needed("title", "The cycle's title."), .needed("problem", "What is wrong today."),
    .needed("change", "What is tried."),
    .optional("kpi", "The KPI that it is to move."),
    .optional("predict", "The KPI's level expected: a number, or a range such as 6..8."),
    .optional("due", "The day of its check, such as 2026-12-18."),
    .optional("department", "Its code."),
  ]

  static func read(_ arguments: Arguments, in room: Room) throws -> Reply {
    let home = try room.department(arguments["department"])
    let kpi = try arguments["kpi"].map { try room.kpi($0, in: home.rawValue) }
    let request = PlanRequest(
      title: arguments.needed("title"), problem: arguments.needed("problem"),
      change: arguments.needed("change"), kpi: kpi?.reference, predicted: nil, due: nil)
    let lessons = try room.office.lessons(like: request)
    let levels = try room.office.levels(of: home)
    let command = Self.command(arguments, home, kpi, room)
    let missing = ["kpi", "predict", "due"].filter { arguments[$0] == nil }
    let need =
      missing.isEmpty
      ? []
      : [
        room.say(
          "Ask the person for: \(missing.joined(separator: ", ")).",
          "本人に確認する項目: \(missing.joined(separator: "、"))。")
      ]
    return Reply(
      [
        room.say(
          "A draft; nothing is recorded. A person runs:", "下書きです。何も記録していません。実行は人が行います:"),
        command,
      ] + need,
      records: levels.filter { kpi == nil || $0.kpi.reference == kpi?.reference }
        .map { line($0, room) }
        + lessons.map { "\($0.lesson.id) \($0.lesson.title): \($0.lesson.suggestion)" })
  }

  private static func command(
    _ arguments: Arguments, _ home: DepartmentCode, _ kpi: KPIRow?, _ room: Room
  ) -> String {
    let words =
      ["pdca", "plan", arguments.needed("title"), "-d", home.rawValue]
      + (kpi.map { ["--kpi", "\($0.reference)"] } ?? ["--kpi", "<kpi>"])
      + [
        "--predict", arguments["predict"] ?? room.say("<level>", "<予測値>"), "--due",
        arguments["due"] ?? room.say("<date>", "<期限>"),
      ]
      + ["--problem", arguments.needed("problem"), "--change", arguments.needed("change")]
    return words.map(ShellWord.quoted).joined(separator: " ")
  }

  private static func line(_ entry: (kpi: KPIRow, level: Double?), _ room: Room) -> String {
    let numbers = NumberText(
      unit: entry.kpi.unit, language: room.language, isProportion: entry.kpi.measure == .proportion)
    let level = entry.level.map(numbers.computed) ?? room.say("no observation yet", "実績値なし")
    return "\(entry.kpi.reference) \(entry.kpi.name): \(level)"
  }
}
