import Postgres

/// Writes a row's columns in COPY's text format.
private struct CopyCells: ColumnVisitor {
  var rows: CopyRows

  mutating func key<Value: ColumnValue>(_ name: String, _ value: inout Value) throws {
    try value.write(to: &rows)
  }

  mutating func column<Value: ColumnValue>(_ name: String, _ value: inout Value) throws {
    try value.write(to: &rows)
  }
}

extension ReadRow {
  /// Appends the row, its columns in the order of `TableShape`.
  mutating func write(to rows: inout CopyRows) throws {
    var cells = CopyCells(rows: rows)
    rows = CopyRows()
    defer { rows = cells.rows }
    try visit(&cells)
    cells.rows.endRow()
  }
}
