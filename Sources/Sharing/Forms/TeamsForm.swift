import Bilingual
import CanonicalJSON
import Office
import Presentation

/// A message as an adaptive card for a Workflows webhook. What people wrote stands in text runs, which Teams
/// shows as they are; a text block would read Markdown in them.
struct TeamsForm {
  /// Teams refuses messages above 28 KB; what it adds on its way has room, too.
  static let limit = 26_000
  /// For the link and the key at the end.
  private static let reserve = 3_000

  private let message: Message
  private var items: [JSON] = []
  private var bytes = 0
  private var isCut = false

  private init(_ message: Message) { self.message = message }

  static func body(_ message: Message) -> JSON {
    var form = TeamsForm(message)
    form.fill()
    return form.card
  }

  static func request(_ message: Message, _ secret: ShareSecret) throws -> OutgoingRequest {
    guard let url = secret[.url] else { throw Unusable() }
    return OutgoingRequest(
      url: url, headers: [("content-type", "application/json; charset=utf-8")],
      body: Array(body(message).canonical.utf8))
  }

  private var card: JSON {
    let actions: [JSON] =
      message.link.map {
        [["type": "Action.OpenUrl", "title": JSON(message.linkLabel), "url": JSON($0)]]
      } ?? []
    let content: JSON = [
      "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
      "type": "AdaptiveCard", "version": "1.4", "lang": JSON(message.language.rawValue),
      "fallbackText": JSON(TextCut.fit(message.title, 300)),
      "msteams": ["width": "Full"],
      "body": .array(items),
      "actions": JSON.when(!actions.isEmpty, .array(actions)),
    ]
    return [
      "type": "message",
      "attachments": [
        [
          "contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": .null,
          "content": content,
        ]
      ],
    ]
  }
}

extension TeamsForm {
  private mutating func fill() {
    add(run(TextCut.fit(message.title, 300), size: "Large", weight: "Bolder"))
    addText([message.lead])
    for fact in message.facts {
      add(
        block([
          textRun(TextCut.fit(fact.label, 80) + ": ", weight: "Bolder"),
          textRun(TextCut.fit(fact.value, 400)),
        ]))
    }
    for section in message.sections where section.isWorded {
      if !section.title.isEmpty {
        add(run(TextCut.fit(section.title, 200), size: "Medium", weight: "Bolder"))
      }
      addText(PlainLines.lines(section))
    }
    if isCut {
      let more = message.say("The rest is on its page.", "続きはページにあります。")
      let cut = message.say("Cut here: it is longer.", "長いため、ここまでを掲載しています。")
      items.append(run(message.link == nil ? cut : more))
    }
    items.append(run(message.keyLine, size: "Small", subtle: true))
  }

  private func textRun(
    _ text: String, size: String? = nil, weight: String? = nil, subtle: Bool = false
  ) -> JSON {
    [
      "type": "TextRun", "text": JSON(text), "size": JSON(size), "weight": JSON(weight),
      "isSubtle": JSON.when(subtle, true),
    ]
  }

  private func block(_ runs: [JSON]) -> JSON {
    ["type": "RichTextBlock", "inlines": .array(runs), "spacing": "Small"]
  }

  private func run(
    _ text: String, size: String? = nil, weight: String? = nil, subtle: Bool = false
  ) -> JSON {
    block([textRun(text, size: size, weight: weight, subtle: subtle)])
  }

  private mutating func add(_ item: JSON) {
    let size = item.canonical.utf8.count + 1
    guard !isCut, bytes + size <= Self.limit - Self.reserve else {
      isCut = true
      return
    }
    items.append(item)
    bytes += size
  }

  /// Each line is a block; one that doesn't fit is cut at a sentence, and ends the card.
  private mutating func addText(_ lines: [String]) {
    for line in lines where !line.isEmpty && !isCut {
      let room = Self.limit - Self.reserve - bytes - 100
      // In the card a quote or a control character takes more bytes than in the text.
      let fitted = TextCut.fit(line, max(1, room)) { JSON(String($0)).canonical.utf8.count }
      guard room > 200 else {
        isCut = true
        return
      }
      add(run(fitted))
      if fitted != line { isCut = true }
    }
  }
}
