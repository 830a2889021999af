import ArgumentParser
import CanonicalJSON
import CivilTime
import Domain
import Office
import ReadModels
import Reviews
import Terminal
import Tracker

struct ReviewCalendarCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "calendar", "Reminders for calendars (RFC 5545): reviews, decisions and cycles to come.",
      "今後のレビュー、決定事項、ミニPDCAの期日をカレンダー形式 (RFC 5545) で出力します。",
      examples: [
        "pdca review calendar --output reviews.ics", "pdca review calendar -d SALES --until +4w",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Option(
    name: [.customShort("d"), .customLong("department")],
    help: help("Of one department.", "部門を絞ります。"))
  var code: String?

  @Option(help: help("The last day of reviews to name.", "レビューを載せる最終日。")) var until = "+13w"

  @Option(help: help("Write it to this file.", "出力先のファイル。")) var output: String?

  func run(at desk: Desk) throws {
    let department = try code.map { try desk.department(named: $0) }
    let last = max(try desk.date(until, "--until"), desk.today)
    let text = try desk.tracker.read { view in
      try calendar(DateSpan(desk.today...last), of: department, desk, view)
    }
    guard let output else { return desk.answer.console.write(text) }
    try OutputFile(path: output).write(text)
    desk.answer.give(json: ["file": .string(output)]) {
      [
        desk.answer.say(
          "The reminders are in \(safe(output)).", "リマインダーを \(safe(output)) に書き出しました。")
      ]
    }
  }

  private func calendar(
    _ days: DateSpan, of department: DepartmentCode?, _ desk: Desk, _ view: View
  ) throws -> String {
    let calendar = ReviewCalendar(
      try desk.office.schedule(of: department, in: view),
      reviews: try ReviewQueries.list(of: department, in: view),
      decisions: try ReviewQueries.openDecisions(of: department, in: view),
      cycles: try CycleQueries.list(
        CycleFilter(department: department, statuses: CycleStatus.open), in: view),
      days: days, desk.answer.language)
    let organization = try OrganizationQueries.settings(in: view)
    let name = organization?.name ?? "pdca"
    let founded = organization.map { $0.foundedAt.rfc3339.filter(\.isNumber) } ?? ""
    return CalendarFile(
      name: desk.answer.say("Reviews of \(name)", "\(name) レビュー予定"), calendar.events,
      domain: "\(desk.setting.head.rawValue.lowercased())-\(founded).pdca.invalid",
      stamp: desk.setting.now, desk.answer.language
    ).text
  }
}
