import Bilingual
import Wording

extension DocumentSection {
  /// With the beginning alone of long tables, lists and commands; and how much that left out.
  func shortened(_ size: SectionExtent.Size) -> (section: DocumentSection, left: Int) {
    var (section, left) = (self, 0)
    section.blocks = blocks.map { block in
      let (short, more) = block.shortened(size)
      left += more
      return short
    }
    return (section, left)
  }

  /// With the beginning alone of long tables, lists and commands, and how much follows.
  /// - Parameter rest: the command that shows it; nil where it stands in the whole review.
  func beginning(
    _ size: SectionExtent.Size, rest: String? = nil, _ language: Language
  ) -> DocumentSection {
    var section = self
    section.blocks = blocks.flatMap { Self.beginning(of: $0, size, rest, language) }
    return section
  }

  private static func beginning(
    of block: DocumentBlock, _ size: SectionExtent.Size, _ rest: String?, _ language: Language
  ) -> [DocumentBlock] {
    switch block {
    case .paragraph, .figure: [block]
    case .list(let items):
      [.list(Array(items.prefix(size.items)))] + more(items.count - size.items, rest, language)
    case .table(let columns, let numeric, let rows):
      [.table(columns: columns, numeric: numeric, rows: Array(rows.prefix(size.rows)))]
        + more(rows.count - size.rows, rest, language)
    case .commands(let commands):
      [.commands(Array(commands.prefix(size.items)))]
        + more(commands.count - size.items, rest, language)
    }
  }

  /// That so many more there are, and where; nothing for none.
  static func more(_ count: Int, _ rest: String?, _ language: Language) -> [DocumentBlock] {
    guard count > 0 else { return [] }
    let number = NumberText.whole(count)
    guard let rest else {
      return [
        .paragraph(
          language.choose("\(number) more in the whole review.", "ほか\(number)件は全体版に掲載しています。"))
      ]
    }
    return [.paragraph(language.choose("\(number) more:  \(rest)", "ほか\(number)件:  \(rest)"))]
  }
}

extension DocumentBlock {
  fileprivate func shortened(_ size: SectionExtent.Size) -> (DocumentBlock, Int) {
    switch self {
    case .paragraph, .figure: (self, 0)
    case .list(let items):
      (.list(Array(items.prefix(size.items))), max(0, items.count - size.items))
    case .table(let columns, let numeric, let rows):
      (
        .table(columns: columns, numeric: numeric, rows: Array(rows.prefix(size.rows))),
        max(0, rows.count - size.rows)
      )
    case .commands(let commands):
      (.commands(Array(commands.prefix(size.items))), max(0, commands.count - size.items))
    }
  }
}
