import Bilingual
import CanonicalJSON
import Domain
import Office
import Presentation
import ReadModels
import Terminal
import Wording

/// What hosts can attach: `pdca://review/SALES-2026-W47`, `pdca://cycle/SALES-12`.
enum ResourceKind: String, CaseIterable, Sendable {
  case review, cycle, lesson

  var template: JSON {
    let example =
      switch self {
      case .review: "SALES-2026-W47"
      case .cycle: "SALES-12"
      case .lesson: "SALES-L3"
      }
    return [
      "uriTemplate": .string("pdca://\(rawValue)/{id}"), "name": .string(rawValue),
      "description": .string("A \(rawValue) by its id, such as \(example)."),
      "mimeType": "text/markdown",
    ]
  }

  func uri(_ id: String) -> String { "pdca://\(rawValue)/\(id)" }

  /// The kind and the id of an address; nil for another's.
  static func of(_ uri: String) -> (ResourceKind, String)? {
    for kind in allCases {
      let prefix = "pdca://\(kind.rawValue)/"
      if uri.hasPrefix(prefix), uri.count > prefix.count {
        return (kind, String(uri.dropFirst(prefix.count)))
      }
    }
    return nil
  }
}

extension AssistantServer {
  private static let pageSize = 50

  /// Reviews, then open cycles, then validated lessons, a page at a time. Titles are people's words
  /// and stand in the resources alone.
  func resources(_ request: Request) async throws -> JSONObject {
    let start = try place(request.params["cursor"])
    let all = try await asking { office in
      try office.reviews(of: nil).reversed().map { ("review", "\($0.id)") }
        + office.cycles(CycleFilter(statuses: CycleStatus.open)).map { ("cycle", "\($0.id)") }
        + office.lessons(LessonFilter(statuses: [.validated])).rows.map { ("lesson", "\($0.id)") }
    }
    guard start <= all.count else {
      throw ProtocolError(.invalidParams, "There is no page at this cursor.")
    }
    let page = all[start..<min(all.count, start + Self.pageSize)]
    let items = page.map { kind, id -> JSON in
      ["uri": .string("pdca://\(kind)/\(id)"), "name": .string(id), "mimeType": "text/markdown"]
    }
    return [
      "resources": .array(items),
      "nextCursor": JSON.when(page.endIndex < all.count, .string("\(page.endIndex)")),
    ]
  }

  private func place(_ cursor: JSON?) throws -> Int {
    guard let cursor, cursor != "" else { return 0 }
    guard let text = cursor.string, let place = Int(text), place > 0 else {
      throw ProtocolError(.invalidParams, "The cursor is none that a list gave.")
    }
    return place
  }

  func resource(_ request: Request) async throws -> JSONObject {
    guard let uri = request.params["uri"]?.string, let (kind, id) = ResourceKind.of(uri) else {
      throw ProtocolError(
        .invalidParams, "There is no such resource; see resources/templates/list.")
    }
    let text = try await text(of: kind, id)
    return [
      "contents": [["uri": .string(uri), "mimeType": "text/markdown", "text": .string(text)]]
    ]
  }

  func text(of kind: ResourceKind, _ id: String) async throws -> String {
    let (language, usual) = (language, department)
    let lines = try await asking { office -> [String] in
      let room = Room(office, language, usual: usual)
      switch kind {
      case .review:
        let arguments = try Arguments(["period": .string(id)], for: ReviewTool.parameters)
        return try ReviewTool.read(arguments, in: room).records
      case .cycle: return RecordWords(room).lines(try office.story(of: room.cycle(id), actions: 50))
      case .lesson:
        guard let story = try office.lessonStory(of: room.item(id, .lesson)) else { return [] }
        return RecordWords(room).lines(story.detail)
      }
    }
    let (page, next) = Extent.page(Extent.cut(lines, isFull: true), from: 0, isFull: true)
    return mark().around(
      Array(page) + (next == nil ? [] : [say("… (cut)", "…（以下省略）")]))
  }

  /// What the office refuses here is a fault of the address.
  private func asking<T: Sendable>(
    _ body: @escaping @Sendable (Office) throws -> T
  ) async throws -> T {
    do { return try await house.work(body) } catch let fault as ArgumentFault {
      throw ProtocolError(.invalidParams, fault.text)
    } catch {
      let failure = OfficeFailure(error)
      throw ProtocolError(
        failure.exitCode == .usage ? .invalidParams : .internalFault,
        failure.wording.refused(language))
    }
  }
}
