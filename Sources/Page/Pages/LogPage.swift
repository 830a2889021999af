import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Office
import Orders
import Presentation
import Wording

extension PageReader {
  /// Events that a page of the log shows, unless another number is asked for.
  private static let events = 50
  private static let mostEvents = 500

  func log() throws -> PageContent {
    let filter = try logFilter()
    let page = try office.events(filter)
    return PageContent(
      say("Log", "記録"), command: "pdca log\(logOptions)\(asOfOption)",
      json: {
        [
          "events": .array(page.events.map { LogEntry($0).json(look.language) }),
          "more": JSON(page.hasMore),
        ]
      },
      body: {
        LogListing(page: page, look: look, query: query, codes: try office.departmentCodes()).body
      })
  }

  private var logOptions: String {
    let options: [(String, String?)] = [
      ("-d", query["department"]), ("--type", query["type"]), ("--actor", query["actor"]),
      ("--text", query["text"]), ("--limit", query["limit"]),
    ]
    return options.compactMap { name, value in
      value.map { " \(name) \(ShellWord.quoted($0))" }
    }.joined()
  }

  private func logFilter() throws -> LogFilter {
    let homes = try query["department"].map { [try office.department(named: $0)] } ?? []
    let limit = query["limit"].flatMap { Int($0) } ?? Self.events
    var filter = LogFilter(
      departments: homes.map(\.rawValue), type: try query["type"].map { try office.eventType($0) },
      actor: query["actor"], limit: min(max(1, limit), Self.mostEvents))
    filter.text = query["text"]
    return filter
  }
}

private struct LogListing {
  let page: LogPage
  let look: Look
  let query: PageQuery
  let codes: [DepartmentCode]

  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }

  var body: HTML { chooser + list }

  private var chooser: HTML {
    let options = codes.map { code -> HTML in
      let chosen: HTML = query["department"] == "\(code)" ? " selected" : .none
      return "<option\(chosen)>\(code)</option>"
    }
    let moment = look.asOf.map { "<input type=\"hidden\" name=\"as-of\" value=\"\($0)\">" as HTML }
    return """
      <form class="filter" method="get" action="/log">\(moment)
      <label>\(say("Department", "部門")) <select name="department">\
      <option value="">\(say("All", "すべて"))</option>\(options)</select></label>
      <label>\(say("Text", "本文")) <input name="text" maxlength="200" value="\(query["text"] ?? "")"></label>
      <label>\(say("By", "記録者")) <input name="actor" maxlength="63" value="\(query["actor"] ?? "")"></label>
      <button>\(say("Filter", "絞り込む"))</button></form>
      """
  }

  private var list: HTML {
    let title = say("Events, the newest first", "新しい順の記録")
    let rows = page.events.reversed().map { event -> [HTML] in
      [
        "\(event.reference)", look.moment(event.recordedAt), "\(look.names(event.actor))",
        about(event),
        "\(LogEntry(event).text(look.language))",
      ]
    }
    guard !rows.isEmpty else {
      return .paragraph(say("There is no such event.", "該当するイベントはありません。"))
    }
    let columns = [
      say("Event", "イベント"), say("Recorded", "記録日時"), say("By", "記録者"), say("About", "対象"),
      say("What", "内容"),
    ]
    let more: HTML =
      page.hasMore
      ? .paragraph(say("There are earlier ones: narrow it down.", "さらに古い記録があります。条件で絞り込んでください。"))
      : .none
    return .table(title, columns, rows) + more
  }

  private func about(_ event: RecordedEvent) -> HTML {
    guard let home = DepartmentCode(event.department), let stream = Stream(name: event.stream),
      let id = stream.id(in: home)
    else { return "\(event.stream)" }
    return look.link(named: id)
  }
}
