import CanonicalJSON
import Office
import Presentation

/// A message as Slack's blocks. What people wrote stands in `plain_text`, where nothing is formatted, no one
/// is mentioned and no link is made; only this program's own headings and link are `mrkdwn`.
struct SlackForm {
  /// Slack's limits, in characters; the sum is no documented one, and what is above it is refused.
  enum Limit {
    static let blocks = 50
    static let header = 150
    static let section = 3_000
    static let fields = 10
    static let field = 2_000
    static let total = 12_000
    static let fallback = 3_000
  }

  /// Blocks and characters kept for the link and the key at the end.
  private static let reserve = (blocks: 3, characters: 3_400)

  private let message: Message
  private var blocks: [JSON] = []
  private var characters = 0
  private var isCut = false

  private init(_ message: Message) { self.message = message }

  static func body(_ message: Message) -> JSON {
    var form = SlackForm(message)
    form.fill()
    let fallback = TextCut.fit("\(message.title)\n\(message.lead)", Limit.fallback / 2)
    return [
      "text": JSON(escaped(fallback)), "blocks": .array(form.blocks),
      "unfurl_links": false, "unfurl_media": false,
    ]
  }

  static func request(_ message: Message, _ secret: ShareSecret) throws -> OutgoingRequest {
    guard let url = secret[.url] else { throw Unusable() }
    return OutgoingRequest(
      url: url, headers: [("content-type", "application/json; charset=utf-8")],
      body: Array(body(message).canonical.utf8))
  }

  /// The three characters that Slack decodes; nothing else has an escape.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension SlackForm {
  private mutating func fill() {
    add(["type": "header", "text": plain(TextCut.fit(message.title, Limit.header))], message.title)
    addText([message.lead])
    addFacts()
    for section in message.sections where section.isWorded {
      addHeading(section.title)
      addText(PlainLines.lines(section))
    }
    end()
  }

  private func plain(_ text: String) -> JSON {
    ["type": "plain_text", "text": JSON(text), "emoji": false]
  }

  /// Nothing is added after something that did not fit: what is shown is a beginning.
  private mutating func add(_ block: JSON, _ text: String) {
    let size = min(text.utf16.count, Limit.section)
    guard !isCut, blocks.count + 1 + Self.reserve.blocks <= Limit.blocks,
      characters + size <= Limit.total - Self.reserve.characters
    else {
      isCut = true
      return
    }
    blocks.append(block)
    characters += size
  }

  /// Lines in as few sections as hold them; a line that is longer than one is cut at a sentence.
  private mutating func addText(_ lines: [String]) {
    var text = ""
    for line in lines where !line.isEmpty {
      let room = min(Limit.section, Limit.total - Self.reserve.characters - characters)
      if !text.isEmpty, text.utf16.count + 1 + line.utf16.count > room {
        addSection(text)
        text = ""
      }
      text += text.isEmpty ? line : "\n" + line
    }
    if !text.isEmpty { addSection(text) }
  }

  private mutating func addSection(_ text: String) {
    let room = min(Limit.section, Limit.total - Self.reserve.characters - characters)
    guard room > 80 else {
      isCut = true
      return
    }
    let fitted = TextCut.fit(text, room)
    add(["type": "section", "text": plain(fitted)], fitted)
    if fitted != text { isCut = true }
  }

  private mutating func addFacts() {
    let fields = message.facts.prefix(Limit.fields).map {
      TextCut.fit("\($0.label)\n\($0.value)", 200)
    }
    guard !fields.isEmpty else { return }
    add(["type": "section", "fields": .array(fields.map(plain))], fields.joined())
  }

  /// Headings are this program's own words; one that holds more is set without formatting.
  private mutating func addHeading(_ title: String) {
    guard !title.isEmpty else { return }
    let title = TextCut.fit(title, Limit.header)
    let isPlain = !title.contains { "*_~`".contains($0) }
    add(
      [
        "type": "section",
        "text": isPlain
          ? ["type": "mrkdwn", "text": JSON("*\(Self.escaped(title))*"), "verbatim": true]
          : plain(title),
      ], title)
  }

  private mutating func end() {
    if let link = message.link {
      let more = isCut ? message.say("The rest is on its page: ", "続きはページにあります: ") : ""
      let label = Self.escaped(message.linkLabel)
      blocks.append([
        "type": "section",
        "text": [
          "type": "mrkdwn", "text": JSON("\(more)<\(Self.address(link))|\(label)>"),
          "verbatim": true,
        ],
      ])
    } else if isCut {
      blocks.append([
        "type": "context",
        "elements": [plain(message.say("Cut here: it is longer.", "長いため、ここまでを掲載しています。"))],
      ])
    }
    blocks.append(["type": "context", "elements": [plain(message.keyLine)]])
  }

  /// An address within `<…|…>`: what would end it is percent-encoded.
  private static func address(_ link: String) -> String {
    escaped(link.replacing("|", with: "%7C").replacing(" ", with: "%20"))
      .replacing("&lt;", with: "%3C").replacing("&gt;", with: "%3E")
  }
}
