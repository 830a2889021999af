import Bilingual

extension DocumentSection {
  /// With the beginning alone of long tables, lists and commands, and how much follows.
  func beginning(rows: Int, items: Int, _ language: Language) -> DocumentSection {
    var section = self
    section.blocks = blocks.flatMap { Self.beginning(of: $0, rows, items, language) }
    return section
  }

  private static func beginning(
    of block: DocumentBlock, _ mostRows: Int, _ mostItems: Int, _ language: Language
  ) -> [DocumentBlock] {
    switch block {
    case .paragraph, .figure: [block]
    case .list(let items):
      [.list(Array(items.prefix(mostItems)))] + more(items.count - mostItems, language)
    case .table(let columns, let numeric, let rows):
      [.table(columns: columns, numeric: numeric, rows: Array(rows.prefix(mostRows)))]
        + more(rows.count - mostRows, language)
    case .commands(let commands):
      [.commands(Array(commands.prefix(mostItems)))] + more(commands.count - mostItems, language)
    }
  }

  /// That so many more stand in the whole review; nothing for none.
  static func more(_ count: Int, _ language: Language) -> [DocumentBlock] {
    guard count > 0 else { return [] }
    let number = NumberText.whole(count)
    return [
      .paragraph(
        language.choose("\(number) more in the whole review.", "ほか\(number)件は全体版に掲載しています。"))
    ]
  }
}
