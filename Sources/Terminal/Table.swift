/// Rows under a header, set in columns two cells apart and no wider than the layout as long as
/// the columns' minimum widths allow.
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
    TableSetting(self, layout).lines
  }
}
