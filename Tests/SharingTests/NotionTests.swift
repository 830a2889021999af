import CanonicalJSON
import Synchronization
import Testing

@testable import Office
@testable import Sharing

@Suite("Pages in Notion")
struct NotionTests {
  /// A data source that keeps pages by their key, as Notion does.
  final class Pages: Sendable {
    let pages = Mutex<[String: String]>([:])

    func answer(_ request: OutgoingRequest) throws -> ReceivedAnswer {
      let body = request.body.isEmpty ? JSON.null : try JSON(parsing: request.body)
      if request.method == "GET" {
        return ok([
          "properties": [
            "名前": ["type": "title"], "pdca key": ["type": "rich_text"], "部門": ["type": "select"],
            "日付": ["type": "number"],
          ]
        ])
      }
      if request.url.hasSuffix("/query") {
        let key = body.object?["filter"]?.object?["rich_text"]?.object?["equals"]?.string ?? ""
        let found = pages.withLock { $0[key] }
        return ok(["results": .array(found.map { [["id": JSON($0)]] } ?? [])])
      }
      if request.url.hasSuffix("/v1/pages") {
        let properties = try #require(body.object?["properties"]?.object)
        // A property of another type is refused by Notion.
        if properties["日付"] != nil || properties["名前"] == nil { return ReceivedAnswer(status: 400) }
        pages.withLock { $0["SALES@120"] = "abc-\($0.count)" }
      }
      return ok([:])
    }

    private func ok(_ json: JSON) -> ReceivedAnswer {
      ReceivedAnswer(status: 200, body: Array(json.canonical.utf8))
    }
  }

  private let secret = Sample.secret([.token: "ntn_x"])
  private let target = Sample.target(.notion, ["source": "1f0e"])

  @Test("A page is looked for by its key before it is made, and written anew the second time")
  func once() async {
    let pages = Pages()
    let receiver = StandIn { request, _ in try pages.answer(request) }
    let attempt = Attempt(target, secret, over: receiver)
    #expect(await attempt.deliver(Sample.message(), at: Sample.now) == .delivered)
    #expect(await attempt.deliver(Sample.message(), at: Sample.now) == .delivered)
    #expect(pages.pages.withLock { $0.count } == 1)
    let calls = receiver.received.map { "\($0.method) \($0.url.dropFirst(22))" }
    #expect(
      calls == [
        "GET /v1/data_sources/1f0e", "POST /v1/data_sources/1f0e/query", "POST /v1/pages",
        "GET /v1/data_sources/1f0e", "POST /v1/data_sources/1f0e/query",
        "PATCH /v1/pages/abc-0", "PATCH /v1/pages/abc-0/markdown",
      ])
  }

  @Test("A data source without the property for the key is refused, before any page is made")
  func noKey() async {
    let receiver = StandIn { _, _ in
      ReceivedAnswer(
        status: 200, body: Array("{\"properties\":{\"Name\":{\"type\":\"title\"}}}".utf8))
    }
    let result = await Attempt(target, secret, over: receiver).deliver(
      Sample.message(), at: Sample.now)
    #expect(result == .refused("no property pdca key"))
    #expect(receiver.received.count == 1)
  }

  @Test("An id that could change the address is not used")
  func foreignID() async {
    let receiver = StandIn { request, _ in
      let text =
        request.method == "GET"
        ? "{\"properties\":{\"Name\":{\"type\":\"title\"},\"pdca key\":{\"type\":\"rich_text\"}}}"
        : "{\"results\":[{\"id\":\"../users\"}]}"
      return ReceivedAnswer(status: 200, body: Array(text.utf8))
    }
    _ = await Attempt(target, secret, over: receiver).deliver(Sample.message(), at: Sample.now)
    #expect(!receiver.received.contains { $0.url.contains("..") })
  }
}
