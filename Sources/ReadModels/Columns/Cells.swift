package import Postgres

/// Fills a row from the texts of its columns.
private struct CellReader: ColumnVisitor {
  let cells: [String?]
  var next = 0

  mutating func key<Value: ColumnValue>(_ name: String, _ value: inout Value) throws {
    try read(name, &value)
  }

  mutating func column<Value: ColumnValue>(_ name: String, _ value: inout Value) throws {
    try read(name, &value)
  }

  private mutating func read<Value: ColumnValue>(_ name: String, _ value: inout Value) throws {
    guard next < cells.count, let decoded = Value.decoded(cells[next]) else {
      throw PostgresError.decode(
        DecodeError(column: name, wanted: "\(Value.self)", reason: .mismatch(type: 0)))
    }
    value = decoded
    next += 1
  }
}

/// Takes down the texts of a row's columns.
private struct CellWriter: ColumnVisitor {
  var cells: [String?] = []

  mutating func key<Value: ColumnValue>(_ name: String, _ value: inout Value) {
    cells.append(value.encoded)
  }

  mutating func column<Value: ColumnValue>(_ name: String, _ value: inout Value) {
    cells.append(value.encoded)
  }
}

extension ReadRow {
  /// Reads the columns that `columns(of:)` selects, from the given place on.
  package init(_ row: borrowing Row, from first: Int = 0) throws {
    var cells: [String?] = []
    for index in first..<row.columnCount { cells.append(try row.textIfPresent(.index(index))) }
    try self.init(cells: cells)
  }

  /// Cells past the row's own are left alone.
  init(cells: [String?]) throws {
    self.init()
    var reader = CellReader(cells: cells)
    try visit(&reader)
  }

  /// The texts of its columns, in order; nil is NULL.
  var cells: [String?] {
    var copy = self
    var writer = CellWriter()
    do { try copy.visit(&writer) } catch { preconditionFailure("writing a row failed: \(error)") }
    return writer.cells
  }
}

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

extension Row {
  /// A column read as a read-model value.
  func value<Value: ColumnValue>(_ column: Column, as _: Value.Type = Value.self) throws -> Value {
    guard let value = Value.decoded(try textIfPresent(column)) else {
      throw PostgresError.decode(
        DecodeError(
          column: column.description, wanted: "\(Value.self)", reason: .mismatch(type: 0)))
    }
    return value
  }
}
