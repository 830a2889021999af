import ArgumentParser
import CanonicalJSON
import CivilTime
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Subsidy
import Terminal

struct ReviewCalendarCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "calendar", "Reminders for calendars (RFC 5545): reviews, decisions and cycles to come.",
      "今後のレビュー、決定事項、ミニPDCAの期限をカレンダー形式 (RFC 5545) で出力します。",
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
    try desk.noteUnseen()
    if let output { try OutputForm.require(output, ["ics", "ical", "icalendar"]) }
    let department = try code.map { try desk.department(named: $0) }
    let last = max(try desk.due(until, "--until"), desk.today)
    let papers = try desk.office.papers(of: department).filter { $0.by >= desk.today }
    let (text, isEmpty) = calendar(
      try desk.office.coming(of: department), papers, DateSpan(desk.today...last), desk)
    if isEmpty {
      desk.answer.console.note(
        desk.answer.say(
          "Nothing is to come until \(last): the calendar is empty.",
          "\(last) までの予定はありません。空のカレンダーを出力します。"))
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
    _ coming: ComingReviews, _ papers: [DuePaper], _ days: DateSpan, _ desk: Desk
  ) -> (text: String, isEmpty: Bool) {
    let calendar = ReviewCalendar(
      coming.schedule, reviews: coming.reviews, decisions: coming.decisions, cycles: coming.cycles,
      days: days, desk.answer.language, calling: desk.names)
    let events = (calendar.events + papers.map { $0.event(desk.answer.language) }).sorted {
      ($0.day, $0.id) < ($1.day, $1.id)
    }
    let name = coming.organization?.name ?? "pdca"
    let founded = coming.organization.map { $0.foundedAt.rfc3339.filter(\.isNumber) } ?? ""
    let file = CalendarFile(
      name: desk.answer.say("Reviews of \(name)", "\(name) レビュー予定"), events,
      domain: "\(desk.setting.head.rawValue.lowercased())-\(founded).pdca.invalid",
      stamp: desk.setting.now, desk.answer.language)
    return (file.text, events.isEmpty)
  }
}
