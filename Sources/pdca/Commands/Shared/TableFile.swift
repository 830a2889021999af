import Glibc
import Tables

/// A file that holds a table, read row by row: text, or a spreadsheet's sheet.
struct TableFile {
  private enum Source {
    case text(InputFile, TableReader)
    case workbook(Workbook, sheet: String?)
  }

  private let source: Source
  private let fieldCount: RowReader.FieldCount

  /// - Parameter path: `-` is standard input.
  init(_ path: String, _ options: TableOptions, fieldCount: RowReader.FieldCount) throws {
    self.fieldCount = fieldCount
    let reader = try options.reader(fieldCount)
    let isPacked = Self.isPacked(path)
    try options.check(for: isPacked ? .workbook : .text)
    source =
      isPacked
      ? .workbook(try Workbook(path), sheet: options.sheet)
      : .text(try InputFile(path), reader)
  }

  /// Whether a file begins as ZIP files do.
  private static func isPacked(_ path: String) -> Bool {
    guard path != "-", let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4)
    return fread(&bytes, 1, 4, file) == 4 && bytes == [0x50, 0x4B, 0x03, 0x04]
  }

  /// Nil where it can't be told before reading.
  var lineCount: Int? {
    guard case .text(let file, _) = source else { return nil }
    return file.lineCount
  }

  /// Gives each row in the order of the file, and what the file was found to be.
  func read(_ body: (TableRow, TableReader.Form) throws -> Void) throws {
    switch source {
    case .text(let file, let reader): try read(file, reader, body)
    case .workbook(let book, let sheet):
      try book.read(sheet: sheet, fieldCount: fieldCount) { row, name in
        try body(row, .init(.init(name, of: book.sheets)))
      }
    }
  }

  private func read(
    _ file: InputFile, _ reader: TableReader,
    _ body: (TableRow, TableReader.Form) throws -> Void
  ) throws {
    var reader = reader
    var rows: [TableRow] = []
    // What a pipe turns out to be is known only when it has come.
    if file.isRegular { try reader.settle(file.survey) }
    func hand() throws {
      guard let form = reader.form else { return }
      for row in rows { try body(row, form) }
      rows.removeAll(keepingCapacity: true)
    }
    try file.pieces { chunk in
      do { try reader.feed(chunk) { rows.append($0) } } catch {
        try hand()
        throw error
      }
      try hand()
    }
    try reader.finish { rows.append($0) }
    try hand()
  }
}
