import Tables

/// A file that holds a table, read row by row.
struct TableFile {
  private let file: InputFile
  private let reader: TableReader

  /// - Parameter path: `-` is standard input.
  init(_ path: String, _ options: TableOptions, fieldCount: RowReader.FieldCount) throws {
    reader = try options.reader(fieldCount)
    file = try InputFile(path)
  }

  /// Nil where it can't be told before reading.
  var lineCount: Int? { file.lineCount }

  /// Gives each row in the order of the file, and what the file was found to be.
  func read(_ body: (TableRow, TableReader.Form) throws -> Void) throws {
    var reader = reader
    var rows: [TableRow] = []
    func hand() throws {
      guard let form = reader.form else { return }
      for row in rows { try body(row, form) }
      rows.removeAll(keepingCapacity: true)
    }
    try file.pieces { chunk in
      try reader.feed(chunk) { rows.append($0) }
      try hand()
    }
    try reader.finish { rows.append($0) }
    try hand()
  }
}
