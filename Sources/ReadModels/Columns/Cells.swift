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
