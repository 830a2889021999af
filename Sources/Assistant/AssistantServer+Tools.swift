import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Office
import Orders
import Presentation
import Wording

/// Calls of tools.
extension AssistantServer {
  /// Nil while a person is asked by a request to the host.
  mutating func call(
    _ request: Request, canAsk: Bool, isStateless: Bool, _ emit: (JSON) -> Void
  ) async throws -> JSONObject? {
    guard let name = request.params["name"]?.string else {
      throw ProtocolError(.invalidParams, "The tool's name is missing.")
    }
    if let given = request.params["arguments"], given.object == nil {
      throw ProtocolError(.invalidParams, "The arguments must be an object.")
    }
    progress(1, of: 2, request, emit)
    defer { progress(2, of: 2, request, emit) }
    let values = request.params["arguments"]?.object ?? [:]
    if let tool = Toolbox.reading.first(where: { $0.name == name }) {
      return await read(tool, values)
    }
    guard let tool = Toolbox.recording.first(where: { $0.name == name }) else {
      throw ProtocolError(.invalidParams, "Unknown tool: \(name)")
    }
    return await record(tool, values, request, canAsk: canAsk, isStateless: isStateless)
  }

  private func progress(_ done: Int, of all: Int, _ request: Request, _ emit: (JSON) -> Void) {
    guard let token = request.meta["progressToken"] else { return }
    emit([
      "jsonrpc": "2.0", "method": "notifications/progress",
      "params": ["progressToken": token, "progress": JSON(done), "total": JSON(all)],
    ])
  }

  private func read(_ tool: any ReadingTool.Type, _ values: JSONObject) async -> JSONObject {
    let (language, usual) = (language, department)
    do {
      var arguments = try Arguments(values, for: tool.parameters)
      let cursor = try arguments["cursor"].map { try Cursor($0) }
      if let cursor, arguments["as_of"] == nil { arguments = arguments.at(cursor.instant) }
      let asked = arguments
      let (reply, positions, now) = try await house.work { office in
        let moment =
          tool.looksBack ? nil : try office.moment(for: MomentRequest(asOf: asked["as_of"]))
        func answer(_ office: Office) throws -> (Reply, [(DepartmentCode, Int)], Instant) {
          let room = Room(office, language, usual: usual)
          return (try tool.read(asked, in: room), try room.positions(), office.setting.now)
        }
        guard let moment else { return try answer(office) }
        return try office.looking(at: moment) { try answer($0) }
      }
      return content(reply, positions, from: cursor, now: now, isFull: asked["detail"] == "full")
    } catch { return refusal(error) }
  }

  /// One page of a reply, within what an answer may hold.
  func content(
    _ reply: Reply, _ positions: [(DepartmentCode, Int)], from cursor: Cursor? = nil, now: Instant,
    isFull: Bool
  ) -> JSONObject {
    let lines = Extent.cut(reply.records, isFull: isFull)
    let (page, next) = Extent.page(
      lines, from: min(cursor?.line ?? 0, lines.count), isFull: isFull)
    let following = next.map { Cursor(line: $0, instant: now).text }
    let known = positions.map { "\($0.0)@\($0.1)" }
    var words = reply.words
    if !known.isEmpty {
      words.append(
        say(
          "Known up to \(known.joined(separator: ", ")).",
          "\(known.joined(separator: "、")) までの記録による。"))
    }
    if let following {
      words.append(say("There is more: cursor \(following)", "続きがあります: cursor \(following)"))
    }
    var blocks = [Self.block(words.joined(separator: "\n"))]
    if !page.isEmpty { blocks.append(Self.block(mark().around(Array(page)))) }
    var facts = reply.facts
    facts["positions"] = .object(
      positions.reduce(into: JSONObject()) { $0["\($1.0)"] = JSON($1.1) })
    facts["nextCursor"] = JSON(following)
    return [
      "content": .array(blocks), "structuredContent": .object(facts),
      "isError": .bool(reply.isError),
    ]
  }

  static func block(_ text: String) -> JSON { ["type": "text", "text": .string(text)] }

  /// What the office refuses, in its own words: the model can put it right.
  func refusal(_ error: any Error) -> JSONObject {
    let text =
      (error as? ArgumentFault)?.text
      ?? OfficeFailure(error).wording.text(in: language).rendered(in: language)
    // A refusal may quote what is recorded.
    let isOwn = error is ArgumentFault
    let blocks =
      isOwn
      ? [Self.block(text)]
      : [
        Self.block(say("Refused; nothing was recorded.", "拒否されました。何も記録していません。")),
        Self.block(mark().around(text.split(separator: "\n").map(String.init))),
      ]
    return ["content": .array(blocks), "isError": true]
  }
}

/// Where an answer goes on: a line of it, as the records were when it began.
struct Cursor: Sendable, Equatable {
  let line: Int
  let instant: Instant

  init(line: Int, instant: Instant) { (self.line, self.instant) = (line, instant) }

  init(_ text: String) throws(ArgumentFault) {
    let parts = text.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let line = Int(parts[0]), line > 0,
      let instant = Instant(rfc3339: String(parts[1]))
    else { throw ArgumentFault(text: "\(text) is no cursor that an answer gave.") }
    self.init(line: line, instant: instant)
  }

  var text: String { "\(line).\(instant)" }
}

extension Arguments {
  /// The same, as recorded then.
  func at(_ instant: Instant) -> Arguments { setting("as_of", to: "\(instant)") }
}
