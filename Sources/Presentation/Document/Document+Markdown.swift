extension Document {
  /// GitHub-flavored Markdown; stored text can't become headings, tables, links or HTML in it.
  package var markdown: String {
    let head = ["# " + MarkdownText.inline(title), MarkdownText.inline(subtitle)]
    let parts = head + [MarkdownText.inline(lead)] + wordedSections.flatMap(\.markdown)
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension Document {
  /// Lead, headings and blocks of the same, each by itself, for a page that has a title already.
  package var markdownParts: [String] {
    ([MarkdownText.inline(lead)] + wordedSections.flatMap(\.markdown)).filter { !$0.isEmpty }
  }
}

extension DocumentSection {
  fileprivate var markdown: [String] {
    (title.isEmpty ? [] : ["## " + MarkdownText.inline(title)]) + wordedBlocks.map(\.markdown)
  }
}

extension DocumentBlock {
  fileprivate var markdown: String {
    switch self {
    case .paragraph(let text): MarkdownText.inline(text)
    case .list(let items):
      items.map { "- " + MarkdownText.inline($0) }.joined(separator: "\n")
    case .table(let columns, let numeric, let rows): Self.table(columns, numeric, rows)
    case .commands(let commands):
      commands.map { "- \(MarkdownText.inline($0.label)): \(MarkdownText.code($0.command))" }
        .joined(separator: "\n")
    case .figure: ""
    }
  }

  private static func table(
    _ columns: [String], _ numeric: Set<Int>, _ rows: [[String]]
  ) -> String {
    let rule = columns.indices.map { numeric.contains($0) ? "---:" : "---" }
    let cells = [columns.map(MarkdownText.inline), rule] + rows.map { $0.map(MarkdownText.inline) }
    return cells.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}
