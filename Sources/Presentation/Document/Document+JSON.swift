import Bilingual
package import CanonicalJSON

/// A document as it is kept beside the log: every form that it can take is made from this. Pictures are
/// kept as drawn.
extension Document {
  private static let version = 1

  package var json: JSON {
    [
      "version": JSON(Self.version), "language": JSON(language.rawValue), "title": JSON(title),
      "subtitle": JSON(subtitle), "lead": JSON(lead), "onePage": JSON(isOnePage),
      "sections": .array(sections.map(\.json)),
    ]
  }

  package init(_ json: JSON) throws(PayloadError) {
    let fields = try Fields(of: json)
    guard try fields.int("version") == Self.version else {
      throw fields.invalid("version", "this program reads \(Self.version)")
    }
    self.init(
      language: try fields.value("language", via: Language.init(rawValue:)),
      title: try fields.string("title"), subtitle: try fields.string("subtitle"),
      lead: try fields.string("lead"),
      sections: try fields.array("sections", DocumentSection.init),
      isOnePage: try fields.bool("onePage"))
  }
}

extension DocumentSection {
  fileprivate var json: JSON {
    [
      "title": JSON(title), "startsPage": JSON(startsPage), "blocks": .array(blocks.map(\.json)),
    ]
  }

  fileprivate init(_ fields: Fields) throws(PayloadError) {
    self.init(
      title: try fields.string("title"), blocks: try fields.array("blocks", DocumentBlock.init),
      startsPage: try fields.bool("startsPage"))
  }
}

extension DocumentBlock {
  private enum Kind: String { case paragraph, list, table, commands, figure }

  fileprivate var json: JSON {
    switch self {
    case .paragraph(let text): ["kind": "paragraph", "text": JSON(text)]
    case .list(let items): ["kind": "list", "items": JSON(items)]
    case .table(let columns, let numeric, let rows):
      [
        "kind": "table", "columns": JSON(columns),
        "numeric": .array(numeric.sorted().map { JSON($0) }), "rows": .array(rows.map { JSON($0) }),
      ]
    case .commands(let commands):
      [
        "kind": "commands",
        "commands": .array(
          commands.map { ["label": JSON($0.label), "command": JSON($0.command)] }),
      ]
    case .figure(let figure):
      ["kind": "figure", "svg": JSON(figure.picture.svg), "caption": JSON(figure.caption)]
    }
  }

  fileprivate init(_ fields: Fields) throws(PayloadError) {
    switch try fields.value("kind", via: Kind.init(rawValue:)) {
    case .paragraph: self = .paragraph(try fields.string("text"))
    case .list: self = .list(try fields.strings("items"))
    case .table:
      self = .table(
        columns: try fields.strings("columns"), numeric: try Self.places(fields),
        rows: try Self.rows(fields))
    case .commands:
      self = .commands(
        try fields.array("commands") { (fields) throws(PayloadError) in
          DocumentCommand(
            label: try fields.string("label"), command: try fields.string("command"))
        })
    case .figure:
      self = .figure(
        DocumentFigure(
          picture: .svg(try fields.string("svg")), caption: try fields.string("caption")))
    }
  }

  private static func places(_ fields: Fields) throws(PayloadError) -> Set<Int> {
    guard case .array(let elements) = try fields.json("numeric") else {
      throw fields.invalid("numeric", "an array is wanted")
    }
    return Set(
      elements.compactMap { if case .number(let place) = $0 { Int(exactly: place) } else { nil } })
  }

  private static func rows(_ fields: Fields) throws(PayloadError) -> [[String]] {
    guard case .array(let rows) = try fields.json("rows") else {
      throw fields.invalid("rows", "an array is wanted")
    }
    return rows.map { row in
      if case .array(let cells) = row { cells.compactMap(\.string) } else { [] }
    }
  }
}
