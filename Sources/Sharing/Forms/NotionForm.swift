import Bilingual
import CanonicalJSON
import CivilTime
import Office
import Presentation

/// A message as a page of a Notion data source. Which page tells of an occasion is known by a property that
/// holds its key: it is looked for before a page is made, since Notion knows no repetitions.
struct NotionForm {
  static let version = "2025-09-03"
  static let usualAddress = "https://api.notion.com"
  /// The property that holds the key; a text.
  static let keyProperty = "pdca key"

  /// Notion's limits; a page's blocks and bytes have room left for what it makes of them.
  enum Limit {
    static let text = 2_000
    static let blocks = 900
    static let bytes = 400_000
  }

  let message: Message
  let source: String
  private let address: String
  private let token: String

  init(_ message: Message, _ target: ShareTarget, _ secret: ShareSecret) throws {
    guard let token = secret[.token], let source = target.settings.channel["source"] else {
      throw Unusable()
    }
    self.message = message
    self.source = source
    self.token = token
    address = secret[.url] ?? Self.usualAddress
  }

  /// Which properties the data source has.
  var properties: OutgoingRequest { request("GET", "/v1/data_sources/\(source)") }

  /// The page that holds the key.
  var search: OutgoingRequest {
    request(
      "POST", "/v1/data_sources/\(source)/query",
      [
        "filter": [
          "property": JSON(Self.keyProperty), "rich_text": ["equals": JSON(message.key)],
        ], "page_size": 1,
      ])
  }

  func creation(_ known: NotionProperties) -> OutgoingRequest {
    request(
      "POST", "/v1/pages",
      [
        "parent": ["type": "data_source_id", "data_source_id": JSON(source)],
        "properties": .object(values(known)), "markdown": JSON(markdown),
      ])
  }

  func properties(of page: String, _ known: NotionProperties) -> OutgoingRequest {
    request("PATCH", "/v1/pages/\(page)", ["properties": .object(values(known))])
  }

  func contents(of page: String) -> OutgoingRequest {
    request(
      "PATCH", "/v1/pages/\(page)/markdown",
      ["type": "replace_content", "replace_content": ["new_str": JSON(markdown)]])
  }

  private func request(_ method: String, _ path: String, _ body: JSON? = nil) -> OutgoingRequest {
    OutgoingRequest(
      method: method, url: address + path,
      headers: [
        ("authorization", "Bearer \(token)"), ("notion-version", Self.version),
        ("content-type", "application/json"),
      ], body: body.map { Array($0.canonical.utf8) } ?? [])
  }
}

extension NotionForm {
  /// The page's own text: what is cut, is cut between sections or at a sentence.
  var markdown: String {
    let document = Document(
      language: message.language, title: "", subtitle: "", lead: message.lead,
      sections: message.sections)
    let parts = document.markdownParts
    var (text, blocks, isCut) = ("", 0, false)
    for part in parts {
      let count = part.split(separator: "\n").count
      if blocks + count > Limit.blocks || text.utf8.count + part.utf8.count > Limit.bytes {
        isCut = true
        break
      }
      text += (text.isEmpty ? "" : "\n\n") + part
      blocks += count
    }
    return text + ending(isCut)
  }

  private func ending(_ isCut: Bool) -> String {
    let more =
      isCut ? message.say("The rest is on its page.", "続きはページにあります。") + " " : ""
    let link = message.link.map { "[\(message.linkLabel)](\($0))" } ?? ""
    let line = more + link
    return line.isEmpty ? "\n" : "\n\n\(line)\n"
  }

  /// Values of the properties that the data source has, by its own names and types.
  private func values(_ known: NotionProperties) -> JSONObject {
    var values: JSONObject = [:]
    values[known.title] = ["title": Self.text(message.title)]
    for (name, value) in wanted {
      guard values[name] == nil, let made = known.value(value, of: name) else { continue }
      values[name] = made
    }
    return values
  }

  private var wanted: [(String, String)] {
    let kind = message.kind?.rawValue ?? "test"
    var wanted = [
      (Self.keyProperty, message.key), ("Department", message.department),
      ("部門", message.department), ("Kind", kind), ("種類", kind),
      ("About", message.about), ("対象", message.about), ("Date", message.time.rfc3339),
      ("日付", message.time.rfc3339),
    ]
    if let link = message.link { wanted += [("Link", link), ("リンク", link)] }
    return wanted
  }

  static func text(_ text: String) -> JSON {
    [["type": "text", "text": ["content": JSON(TextCut.fit(text, Limit.text))]]]
  }
}

/// The properties that a data source has: their types by their names.
struct NotionProperties: Sendable, Equatable {
  let types: [String: String]
  /// The name of the one that is the page's title.
  let title: String

  /// Of the answer to what a data source is; nil for one that is no such answer.
  init?(_ answer: JSON) {
    guard let properties = answer.object?["properties"]?.object else { return nil }
    var types: [String: String] = [:]
    for member in properties { types[member.key] = member.value.object?["type"]?.string }
    guard let title = types.first(where: { $0.value == "title" })?.key else { return nil }
    (self.types, self.title) = (types, title)
  }

  private init(types: [String: String], title: String) {
    (self.types, self.title) = (types, title)
  }

  /// For a preview, which asks nobody.
  static let usual = NotionProperties(
    types: [
      "Name": "title", NotionForm.keyProperty: "rich_text", "Department": "select",
      "Kind": "select", "About": "rich_text", "Date": "date", "Link": "url",
    ], title: "Name")

  /// Whether pages can be found again.
  var hasKey: Bool { types[NotionForm.keyProperty] == "rich_text" }

  /// Nil for a property that isn't there, or of a type that takes no such value.
  func value(_ text: String, of name: String) -> JSON? {
    switch types[name] {
    case "rich_text": ["rich_text": NotionForm.text(text)]
    case "select": ["select": ["name": JSON(TextCut.fit(text.replacing(",", with: " "), 100))]]
    case "url": ["url": JSON(text)]
    case "date": ["date": ["start": JSON(text)]]
    default: nil
    }
  }
}
