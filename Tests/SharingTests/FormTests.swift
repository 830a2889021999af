import CanonicalJSON
import CivilTime
import Presentation
import Proof
import Testing

@testable import Office
@testable import Sharing

@Suite("Forms of channels")
struct FormTests {
  @Test(
    "Slack's limits hold, whatever comes",
    arguments: [Sample.huge, Sample.message(), Sample.message(lead: "", link: nil)])
  func slackLimits(_ message: Message) throws {
    let body = SlackForm.body(message)
    guard case .array(let blocks)? = body.object?["blocks"] else {
      Issue.record("no blocks")
      return
    }
    #expect(blocks.count <= 50)
    var total = 0
    for block in blocks {
      let texts = Self.texts(block)
      total += texts.reduce(0) { $0 + $1.text.utf16.count }
      for text in texts {
        #expect((1...3_000).contains(text.text.utf16.count))
        if block.object?["type"] == "header" { #expect(text.text.utf16.count <= 150) }
      }
      if case .array(let fields)? = block.object?["fields"] { #expect(fields.count <= 10) }
    }
    #expect(total <= 12_000)
    #expect(body.object?["text"]?.string?.contains("<") == false)
  }

  @Test("What people wrote stands in Slack's plain text alone")
  func slackPlain() {
    guard case .array(let blocks)? = SlackForm.body(Sample.huge).object?["blocks"] else { return }
    let formatted = blocks.flatMap(Self.texts).filter { $0.type == "mrkdwn" }.map(\.text)
    #expect(!formatted.isEmpty)
    for text in formatted {
      #expect(!text.contains("<!") && !text.contains("<@") && !text.contains("evil"))
    }
    #expect(
      blocks.flatMap(Self.texts).contains {
        $0.type == "plain_text" && $0.text.contains("<!channel>")
      })
  }

  @Test("What is cut for Slack leads to its page, and bears its key")
  func slackEnd() {
    guard case .array(let blocks)? = SlackForm.body(Sample.huge).object?["blocks"] else { return }
    let texts = blocks.suffix(2).flatMap(Self.texts).map(\.text)
    #expect(texts.contains { $0.contains("<https://pdca.example.com/reviews/SALES-2026-W47|") })
    #expect(texts.contains { $0.contains("SALES@120") })
  }

  @Test("Slack's three escapes, and no other")
  func slackEscapes() { #expect(SlackForm.escaped("a<b>&*_~`") == "a&lt;b&gt;&amp;*_~`") }

  @Test("A card for Teams stays below 28 KB, and shows what people wrote in text runs alone")
  func teams() throws {
    for message in [Sample.huge, Sample.message()] {
      let body = TeamsForm.body(message)
      #expect(body.canonical.utf8.count <= 28 * 1_024)
      #expect(!body.canonical.contains("\"TextBlock\""))
      #expect(body.canonical.contains("SALES@120"))
    }
    #expect(TeamsForm.body(Sample.huge).canonical.contains("続きはページにあります。"))
  }

  @Test("A page for Notion keeps its limits, and what people wrote can't be Markdown in it")
  func notion() throws {
    let form = try NotionForm(
      Sample.huge, Sample.target(.notion, ["source": "1f0e"]), Sample.secret([.token: "t"]))
    let request = form.creation(.usual)
    #expect(request.body.count <= 500_000)
    let page = try JSON(parsing: request.body)
    let markdown = try #require(page.object?["markdown"]?.string)
    #expect(markdown.split(separator: "\n").count <= 1_000)
    // Within a code span nothing has a meaning.
    let lines = markdown.split(separator: "\n").filter { !$0.contains("pdca do SALES-12") }
    #expect(!lines.contains { $0.contains("[x](javascript:1)") || $0.contains("<script>") })
    #expect(page.object?["parent"]?.object?["data_source_id"] == "1f0e")
  }

  @Test("A mail is ASCII with short lines, and says what it says in text and in HTML")
  func mail() throws {
    let target = Sample.target(
      .mail, ["from": "pdca@example.com", "to": "a@example.com,b@example.com"])
    let mail = try MailForm.mail(
      Sample.huge, target, pictures: [MailPicture(name: "chart-1.png", bytes: [1, 2, 3])],
      at: Sample.now)
    #expect(mail.recipients == ["a@example.com", "b@example.com"])
    #expect(mail.text.utf8.allSatisfy { $0 < 0x80 })
    #expect(
      mail.text.split(separator: "\r\n").allSatisfy {
        $0.utf8.count <= 78 || $0.contains("boundary")
      })
    let (head, _) = Self.split(mail.text)
    #expect(head.contains("Message-ID: <msg_"))
    #expect(head.contains("\r\nDate: Mon, 23 Nov 2026 00:00:00 +0000"))
    #expect(!head.contains("<script>"))
    for part in ["text/plain", "text/html", "image/png"] {
      #expect(mail.text.contains("Content-Type: \(part)"))
    }
    let html = try #require(Self.decoded(part: "text/html", of: mail.text))
    #expect(html.contains("&lt;script&gt;") && !html.contains("<script>"))
  }

  @Test("Encoded words hold whole characters and no line end")
  func encodedWords() {
    let text = MailForm.encoded("営業部\r\nBcc: x@example.com 長い題名がここに続きます、もっと長く。")
    #expect(text.split(separator: "\r\n ").allSatisfy { $0.utf8.count <= 75 })
    let bytes = text.split(separator: "\r\n ").flatMap {
      Base64.decode($0.dropFirst(10).dropLast(2)) ?? []
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "営業部 Bcc: x@example.com 長い題名がここに続きます、もっと長く。")
  }
}

extension FormTests {
  /// Text objects of a block, however deep.
  private static func texts(_ json: JSON) -> [(type: String, text: String)] {
    switch json {
    case .object(let object):
      if let type = object["type"]?.string, ["plain_text", "mrkdwn"].contains(type),
        let text = object["text"]?.string
      {
        return [(type, text)]
      }
      return object.flatMap { texts($0.value) }
    case .array(let elements): return elements.flatMap(texts)
    default: return []
    }
  }

  private static func split(_ mail: String) -> (String, String) {
    let end = mail.firstRange(of: "\r\n\r\n")!
    return (String(mail[..<end.lowerBound]), String(mail[end.upperBound...]))
  }

  private static func decoded(part type: String, of mail: String) -> String? {
    guard let place = mail.firstRange(of: "Content-Type: \(type)") else { return nil }
    let (_, rest) = split(String(mail[place.lowerBound...]))
    let body = rest.prefix(upTo: rest.firstRange(of: "\r\n--")?.lowerBound ?? rest.endIndex)
    return Base64.decode(body.replacing("\r\n", with: "")).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
