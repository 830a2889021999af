import ArgumentParser
import Bilingual
import Domain
import EventLog
import Office
import Presentation
import Terminal

struct LogCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "log", "Read the log: who recorded what, and when.",
      "記録を読みます。誰が、いつ、何を記録したかを表示します。",
      examples: [
        "pdca log --limit 20", "pdca log -d SALES --stream cycle-12",
        "pdca log -d SALES --after 120 --json", "pdca log --type ActionLogged --since -1w",
        "pdca log SALES-12 --text 見積 --by-occurrence",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Argument(
    help: help(
      "Only of this item (SALES-12, SALES-L3, SALES/close-rate, SALES-2026-W47).",
      "この対象のみ (SALES-12、SALES-L3、SALES/close-rate、SALES-2026-W47)。"))
  var item: String?

  @Option(
    name: [.short, .customLong("department")],
    help: help("Only of this department; may be repeated.", "この部門のみ。繰り返し可。"))
  var department: [String] = []

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

  @Flag(
    help: help(
      "Let --since, --until and the order go by when it was true.",
      "--since、--until、並び順を発生日時で扱います。"))
  var byOccurrence = false

  @Option(help: help("Only with this in one of its texts.", "本文にこの語を含むもののみ。")) var text: String?

  @Option(help: help("How many events at most.", "最大件数。")) var limit = 50

  func validate() throws {
    if limit < 1 || after.map({ $0 < 0 }) == true {
      throw ValidationError(
        Language.ofProcess.choose(
          "--limit is 1 or more, --after 0 or more.", "--limit は 1 以上、--after は 0 以上で指定してください。"))
    }
    if after != nil, department.count > 1 {
      throw ValidationError(
        Language.ofProcess.choose(
          "--after takes one department.", "--after を使う場合、部門は一つだけ指定してください。"))
    }
  }

  func run(at desk: Desk) throws {
    let filter = try filter(desk)
    let named = Set(filter.departments.compactMap { DepartmentCode($0) })
    try desk.noteUnseen(of: named.isEmpty ? nil : named)
    let page = try desk.office.events(filter)
    let entries = page.events.map { LogEntry($0) }
    if let item, entries.isEmpty, isPlain {
      throw OfficeError.unknown(.event, text: item, candidates: [])
    }
    desk.answer.give(json: page.json(desk.answer.language)) {
      entries.isEmpty
        ? [desk.answer.say("There is no such event.", "該当するイベントはありません。")]
        : entries.flatMap { $0.lines(desk) }
    }
    if page.hasMore, !desk.answer.isJSON { desk.answer.console.note(more(page, desk.answer)) }
  }

  /// Whether nothing but an item was asked for: then it has events, or isn't there.
  private var isPlain: Bool {
    type == nil && actor == nil && since == nil && until == nil && text == nil && after == nil
  }

  /// How to see what the limit cut off.
  private func more(_ page: LogPage, _ answer: Answer) -> String {
    if after != nil, let last = page.events.last {
      return answer.say(
        "There are more: --after \(last.position)", "続きがあります: --after \(last.position)")
    }
    return answer.say(
      "There are earlier ones: --limit \(limit * 4)", "さらに古いイベントがあります: --limit \(limit * 4)")
  }

  private func filter(_ desk: Desk) throws -> LogFilter {
    let asked = try item.map { try desk.subject($0) }
    var homes = try department.map { try desk.department(named: $0) }
    if let asked { homes.append(asked.department) }
    if homes.isEmpty, after != nil { homes = [try desk.department(nil)] }
    var filter = LogFilter(
      departments: homes.map(\.rawValue), stream: asked?.stream ?? stream,
      type: try type.map { try desk.office.eventType($0) }, actor: actor,
      since: try since.map { try desk.office.start($0, "--since") },
      until: try until.map { try desk.office.end($0, "--until") }, after: after, limit: limit)
    if let position = asked?.position { filter.narrow(to: position) }
    filter.byOccurrence = byOccurrence
    filter.text = text
    return filter
  }
}
