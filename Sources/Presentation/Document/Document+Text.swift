package import Terminal

extension Document {
  /// Lines for a terminal.
  package func lines(_ layout: Layout) -> [String] {
    layout.heading(title) + layout.paragraph(subtitle) + [""] + layout.paragraph(lead)
      + wordedSections.flatMap { $0.lines(layout) }
  }
}

extension DocumentSection {
  package func lines(_ layout: Layout) -> [String] {
    [""] + (title.isEmpty ? [] : layout.heading(title)) + blocks.flatMap { $0.lines(layout) }
  }
}

extension DocumentBlock {
  fileprivate func lines(_ layout: Layout) -> [String] {
    switch self {
    case .paragraph(let text): layout.paragraph(safe(text))
    case .list(let items): layout.bullets(items.map { Cell($0) })
    case .table(let columns, let numeric, let rows):
      Self.table(columns, numeric, rows).lines(layout)
    case .commands(let commands):
      commands.flatMap { step in
        layout.bullets([Cell(step.label)]) + [
          "    " + layout.style.apply(.id, to: safe(step.command))
        ]
      }
    case .figure: []
    }
  }

  private static func table(
    _ columns: [String], _ numeric: Set<Int>, _ rows: [[String]]
  ) -> Table {
    var table = Table(
      columns.enumerated().map { index, title in
        Table.Column(
          title, align: numeric.contains(index) ? .right : .left,
          minimumWidth: index == 0 ? 20 : 10,
          priority: index == 0 ? 0 : 1,
          overflow: .wrap)
      })
    for row in rows { table.add(row.map { Cell($0) }) }
    return table
  }
}
