/// Rows under a header, set in columns two cells apart. Where the columns' minimum widths don't
/// allow that, each row stands in a block of its own: the first cell, and the others under it.
package struct Table: Sendable {
  /// What happens to a text wider than its column.
  package enum Overflow: Sendable {
    /// Cut, with `…` at the end.
    case truncate
    /// Set on more lines.
    case wrap
  }

  package struct Column: Sendable {
    package let title: String
    package let align: Alignment
    /// Cells it never shrinks below, unless its content is narrower.
    package let minimumWidth: Int
    /// Columns of lower priority shrink first.
    package let priority: Int
    package let overflow: Overflow

    package init(
      _ title: String, align: Alignment = .left, minimumWidth: Int = 6, priority: Int = 0,
      overflow: Overflow = .truncate
    ) {
      self.title = DisplayText.line(title)
      self.align = align
      self.minimumWidth = max(1, minimumWidth)
      self.priority = priority
      self.overflow = overflow
    }
  }

  package let columns: [Column]
  package private(set) var rows: [[Cell]] = []

  package init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row. Cells that are missing are empty, cells beyond the columns are left out.
  package mutating func add(_ row: [Cell]) {
    let missing = max(0, columns.count - row.count)
    rows.append(row.prefix(columns.count) + Array(repeating: Cell(""), count: missing))
  }

  /// The header and the rows, without trailing spaces.
  package func lines(_ layout: Layout) -> [String] {
    let setting = TableSetting(self, layout)
    return setting.fits ? setting.lines : rows.flatMap { stacked($0, layout) }
  }

  private func stacked(_ row: [Cell], _ layout: Layout) -> [String] {
    var block = KeyValueBlock()
    for (column, cell) in zip(columns, row).dropFirst() where !cell.text.isEmpty {
      block.add(column.title, cell)
    }
    let inner = Layout(
      width: layout.width - 2, style: layout.style, ambiguous: layout.ambiguous)
    return layout.wrap(row[0].text, layout.width).map { layout.style.apply(.strong, to: $0) }
      + block.lines(inner).map { "  " + $0 }
  }
}
