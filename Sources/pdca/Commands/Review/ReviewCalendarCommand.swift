import ArgumentParser
import CivilTime
import Domain
import Office
import Orders
import Presentation
import ReadModels
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
    let file = try desk.office.coming(of: department).calendar(
      with: desk.office.papersToCome(of: department), days: DateSpan(desk.today...last),
      of: desk.setting.head, at: desk.setting.now, desk.answer.language, calling: desk.names)
    if file.isEmpty {
      desk.answer.console.note(
        desk.answer.say(
          "Nothing is to come until \(last): the calendar is empty.",
          "\(last) までの予定はありません。空のカレンダーを出力します。"))
    }
    guard let output else { return desk.answer.console.write(file.text) }
    try OutputFile(path: output).write(file.text)
    desk.answer.give(json: .written(to: output)) {
      [
        desk.answer.say(
          "The reminders are in \(safe(output)).", "リマインダーを \(safe(output)) に書き出しました。")
      ]
    }
  }
}
