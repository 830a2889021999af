import CanonicalJSON
import CivilTime
import Testing

@testable import Office
@testable import Sharing

@Suite("Signed webhooks")
struct WebhookTests {
  @Test("The published vector of Standard Webhooks 1.0.0 is signed as published")
  func vector() throws {
    let key = try #require(WebhookKey("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let signature = StandardWebhook(keys: [key]).signature(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
      body: Array("{\"test\": 2432232314}".utf8))
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test(
    "A key that is empty, bare, short, long or no Base64 is refused",
    arguments: [
      "", "whsec_", "whsec_AAAA", "whsec_!!!!", "whsec_" + String(repeating: "A", count: 88),
    ]
  )
  func badKeys(_ text: String) { #expect(WebhookKey(text) == nil) }

  @Test("A key on its way out signs as well")
  func rotation() throws {
    let (new, old) = (WebhookKey.random(), WebhookKey.random())
    let both = StandardWebhook(keys: [new, old]).signature(id: "m", timestamp: 1, body: [])
    let alone = StandardWebhook(keys: [old]).signature(id: "m", timestamp: 1, body: [])
    #expect(both.split(separator: " ").count == 2)
    #expect(both.hasSuffix(alone))
  }

  @Test("The body is a CloudEvents 1.0 event and a payload of Standard Webhooks, below 20 KB")
  func body() throws {
    let message = Sample.message(lead: String(repeating: "長い文です。", count: 5_000))
    let body = WebhookForm.body(message, Sample.target(.webhook))
    let object = try #require(body.object)
    for name in ["specversion", "id", "source", "type"] {
      #expect(object[name]?.string?.isEmpty == false, "\(name)")
    }
    #expect(object["specversion"] == "1.0")
    #expect(object["timestamp"] == object["time"])
    #expect(object["data"]?.object?["about"] == "SALES-2026-W47")
    #expect(body.canonical.utf8.count < 20_000)
    #expect(object.allSatisfy { $0.key.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 } })
    #expect(object["type"]?.string?.utf8.allSatisfy { $0 == 0x2E || 0x61...0x7A ~= $0 } == true)
  }

  @Test("Attempts bear the same id and a time of their own")
  func repetition() throws {
    let secret = Sample.secret([.url: "https://example.com/x", .key: WebhookKey.random().text])
    let requests = try [0, 60].map { seconds in
      try WebhookForm.request(
        Sample.message(), Sample.target(.webhook), secret,
        at: Sample.now.adding(seconds: seconds))
    }
    func header(_ name: String) -> [String?] {
      requests.map { $0.headers.first { $0.name == name }?.value }
    }
    #expect(header("webhook-id")[0] == header("webhook-id")[1])
    #expect(header("webhook-id")[0]?.contains(".") == false)
    #expect(header("webhook-timestamp")[0] != header("webhook-timestamp")[1])
    #expect(requests[0].body == requests[1].body)
  }

  @Test("Nothing that opens a target shows in a preview or a description")
  func hidden() throws {
    let secret = Sample.secret([.url: "https://example.com/T0/B0/SECRET", .token: "TOKEN"])
    let request = OutgoingRequest(
      url: "https://example.com/T0/B0/SECRET", headers: [("authorization", "Bearer TOKEN")],
      body: Array("{}".utf8))
    for text in ["\(secret)", "\(request)", request.shown, String(reflecting: secret)] {
      #expect(!text.contains("SECRET") && !text.contains("TOKEN"))
    }
    #expect(request.shown.hasSuffix("\n\n{}"))
  }
}
