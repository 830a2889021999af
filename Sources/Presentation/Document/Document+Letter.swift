import Bilingual

extension Document {
  /// What a letter has besides its document.
  package struct LetterParts: Sendable {
    /// Short facts below the first paragraph.
    package var facts: [(label: String, value: String)]
    /// What the pictures are called that go along, in order; without one a picture's caption stands alone.
    package var pictures: [String]
    package var link: (label: String, address: String)?
    package var foot: String

    package init(
      facts: [(label: String, value: String)], pictures: [String],
      link: (label: String, address: String)?, foot: String
    ) {
      self.facts = facts
      self.pictures = pictures
      self.link = link
      self.foot = foot
    }
  }

  /// HTML as mail programs show it: no style sheet, no drawing, nothing fetched.
  package func letter(_ parts: LetterParts) -> String {
    var pictures = parts.pictures[...]
    let sections = sections.map { Letter.section($0, &pictures) }.joined()
    let link =
      parts.link.map {
        "<p><a href=\"\(XMLText.escape($0.address))\">\(XMLText.escape($0.label))</a></p>\n"
      } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      \(HTMLText.element("title", title))
      </head>
      <body style="\(Letter.body)">
      \(HTMLText.element("h1", ["style": "font-size:1.3em"], title))
      \(HTMLText.element("p", lead))
      \(Letter.facts(parts.facts))\(sections)\(link)\
      \(HTMLText.element("p", ["style": "color:#666;font-size:0.85em"], parts.foot))
      </body>
      </html>

      """
  }
}

/// The parts of a letter.
private enum Letter {
  static let body =
    "font-family:'Hiragino Sans','Yu Gothic',Meiryo,Arial,sans-serif;line-height:1.7;"
    + "max-width:46em;color:#1a1a1a;background:#fff"
  private static let cell = "border:1px solid #bbb;padding:2px 8px;text-align:"

  static func facts(_ facts: [(label: String, value: String)]) -> String {
    guard !facts.isEmpty else { return "" }
    let rows = facts.map { label, value in
      "<tr>\(HTMLText.element("th", ["style": cell + "left"], label))"
        + "\(HTMLText.element("td", ["style": cell + "left"], value))</tr>"
    }
    return "<table style=\"border-collapse:collapse\">\n\(rows.joined(separator: "\n"))\n</table>\n"
  }

  static func section(_ section: DocumentSection, _ pictures: inout ArraySlice<String>) -> String {
    let heading =
      section.title.isEmpty
      ? "" : HTMLText.element("h2", ["style": "font-size:1.1em"], section.title) + "\n"
    var blocks = ""
    for item in section.blocks { blocks += block(item, &pictures) }
    return blocks.isEmpty ? "" : heading + blocks
  }

  private static func block(
    _ block: DocumentBlock, _ pictures: inout ArraySlice<String>
  ) -> String {
    switch block {
    case .paragraph(let text): HTMLText.element("p", text) + "\n"
    case .list(let items): HTMLText.list("ul", items.map(XMLText.escape)) + "\n"
    case .table(let columns, let numeric, let rows): table(columns, numeric, rows)
    case .commands(let commands):
      HTMLText.list(
        "ul",
        commands.map {
          "\(XMLText.escape($0.label))<br><code>\(XMLText.escape($0.command))</code>"
        }) + "\n"
    case .figure(let figure): self.figure(figure, pictures.popFirst())
    }
  }

  private static func figure(_ figure: DocumentFigure, _ name: String?) -> String {
    let words = [figure.caption, name.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }
    return words.isEmpty ? "" : HTMLText.element("p", words.joined(separator: " ")) + "\n"
  }

  private static func table(
    _ columns: [String], _ numeric: Set<Int>, _ rows: [[String]]
  ) -> String {
    func row(_ cells: [String], _ element: String) -> String {
      let written = cells.enumerated().map { index, text in
        HTMLText.element(
          element, ["style": cell + (numeric.contains(index) ? "right" : "left")], text)
      }
      return "<tr>\(written.joined())</tr>"
    }
    let lines = [row(columns, "th")] + rows.map { row($0, "td") }
    return
      "<table style=\"border-collapse:collapse\">\n\(lines.joined(separator: "\n"))\n</table>\n"
  }
}
