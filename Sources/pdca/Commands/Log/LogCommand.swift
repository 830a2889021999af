import ArgumentParser
import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Tracker

struct LogCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "log", "Read the log: who recorded what, and when.",
      "記録を読みます。誰が、いつ、何を記録したかを表示します。",
      examples: [
        "pdca log --limit 20", "pdca log -d SALES --stream cycle-12",
        "pdca log -d SALES --after 120 --json", "pdca log --type ActionLogged --since -1w",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Option(
    name: [.short, .customLong("department")],
    help: help("Only of this department.", "この部門のみ。"))
  var department: String?

  @Option(help: help("Only of this stream (cycle-12, kpi-close-rate).", "このストリームのみ。"))
  var stream: String?

  @Option(help: help("Only of this type (ActionLogged).", "この種類のイベントのみ。")) var type: String?

  @Option(help: help("Only by this account.", "このアカウントの記録のみ。")) var actor: String?

  @Option(
    parsing: .unconditional,
    help: help(
      "Recorded on this day (or at this instant) or later.", "記録日時の始まり (日付または時刻、その時点を含む)。"))
  var since: String?

  @Option(
    parsing: .unconditional,
    help: help(
      "Recorded on this day or earlier (or before this instant).",
      "記録日時の終わり (その日付まで、または時刻より前)。"))
  var until: String?

  @Option(
    help: help(
      "The events after this position, from the oldest on; of one department.",
      "この位置より後のイベントを古い順に表示 (部門を一つ指定)。"))
  var after: Int?

  @Option(help: help("How many events at most.", "最大件数。")) var limit = 50

  func validate() throws {
    if limit < 1 || after.map({ $0 < 0 }) == true {
      throw ValidationError(
        Language.ofProcess.choose(
          "--limit is 1 or more, --after 0 or more.", "--limit は 1 以上、--after は 0 以上で指定してください。"))
    }
  }

  func run(at desk: Desk) throws {
    let filter = try filter(desk)
    let entries = try desk.tracker.read(of: []) { try LogReader.events(filter, in: desk.session) }
      .map { LogEntry($0) }
    desk.answer.give(json: ["events": .array(entries.map { $0.json(desk) })]) {
      entries.isEmpty
        ? [desk.answer.say("There is no such event.", "該当するイベントはありません。")]
        : entries.flatMap { $0.lines(desk) }
    }
  }

  private func filter(_ desk: Desk) throws -> LogFilter {
    let home =
      try department.map { try desk.department(named: $0) }
      ?? (after == nil ? nil : desk.department(DepartmentOption()))
    var filter = LogFilter(
      department: home?.rawValue, stream: stream, type: type, actor: actor,
      since: try since.map { try start($0, "--since", desk) },
      until: try until.map { try end($0, "--until", desk) }, after: after, limit: limit)
    filter.upTo = desk.asOf.map { moment in
      Dictionary(uniqueKeysWithValues: moment.positions.map { ($0.key.rawValue, $0.value) })
    }
    filter.trueBy = desk.asOf?.trueBy
    return filter
  }

  /// A date means its start in the organization's time zone.
  private func start(_ text: String, _ argument: String, _ desk: Desk) throws -> Instant {
    if let instant = Instant(rfc3339: text) { return instant }
    guard let date = LocalDate.parse(text, today: desk.today) else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .instant)
    }
    return desk.setting.zone.start(of: date)
  }

  /// A date is taken whole: up to the start of the next day.
  private func end(_ text: String, _ argument: String, _ desk: Desk) throws -> Instant {
    if let instant = Instant(rfc3339: text) { return instant }
    guard let date = LocalDate.parse(text, today: desk.today) else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .instant)
    }
    return desk.setting.zone.start(of: date.adding(days: 1))
  }
}
