import Glibc
package import Tables

/// How a file is read that doesn't say by itself what it is; nil where it is found out.
package struct TableSettings: Sendable {
  /// Names as people give them: `utf-8`, `cp932`; `comma`, `tab`; a sheet's name, or its number.
  package var encoding: String?
  package var delimiter: String?
  package var sheet: String?
  /// Of the file's days that have none.
  package var year: Int?
  /// Numbers in columns of days are days as Excel counts them.
  package var hasSerialDays: Bool

  package init(
    encoding: String? = nil, delimiter: String? = nil, sheet: String? = nil, year: Int? = nil,
    hasSerialDays: Bool = false
  ) {
    (self.encoding, self.delimiter, self.sheet) = (encoding, delimiter, sheet)
    (self.year, self.hasSerialDays) = (year, hasSerialDays)
  }

  /// Refuses what says nothing of a file of that form.
  func check(for form: TableFault.OtherForm) throws(TableFault) {
    let needless: [(String, String?)] =
      switch form {
      case .text: [("--sheet", sheet)]
      case .workbook: [("--encoding", encoding), ("--delimiter", delimiter)]
      case .lines: [("--encoding", encoding), ("--delimiter", delimiter), ("--sheet", sheet)]
      }
    if let given = needless.first(where: { $0.1 != nil }) { throw .needlessOption(given.0, form) }
  }

  func reader(_ fieldCount: RowReader.FieldCount) throws(TableFault) -> TableReader {
    var found: (TextEncoding?, Delimiter?) = (nil, nil)
    if let encoding { found.0 = try TextEncoding(named: encoding) }
    if let delimiter { found.1 = try Delimiter(named: delimiter) }
    return TableReader(encoding: found.0, delimiter: found.1, fieldCount: fieldCount)
  }
}

/// A file that holds a table, read row by row: text, or a spreadsheet's sheet.
package struct TableFile {
  private enum Source {
    case text(InputFile, TableReader)
    case workbook(Workbook, sheet: String?)
  }

  private let source: Source
  private let fieldCount: RowReader.FieldCount

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - isRagged: lines needn't have as many fields as the first.
  /// - Throws: `TableFault`, or ``OfficeError/notReadable(path:)``.
  package init(
    _ path: String, _ settings: TableSettings = TableSettings(), isRagged: Bool = false
  ) throws {
    fieldCount = isRagged ? .any : .likeFirst
    let reader = try settings.reader(fieldCount)
    let isPacked = Self.isPacked(path)
    try settings.check(for: isPacked ? .workbook : .text)
    source =
      isPacked
      ? .workbook(try Workbook(path), sheet: settings.sheet)
      : .text(try InputFile(path), reader)
  }

  /// Of a text; spreadsheets are read from files alone.
  package init(
    bytes: [UInt8], _ settings: TableSettings = TableSettings(), isRagged: Bool = false
  ) throws {
    fieldCount = isRagged ? .any : .likeFirst
    try settings.check(for: .text)
    source = .text(InputFile(bytes: bytes), try settings.reader(fieldCount))
  }

  /// Whether a file begins as ZIP files do.
  private static func isPacked(_ path: String) -> Bool {
    guard path != "-", let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4)
    return fread(&bytes, 1, 4, file) == 4 && bytes == [0x50, 0x4B, 0x03, 0x04]
  }

  /// Nil where it can't be told before reading.
  package var lineCount: Int? {
    guard case .text(let file, _) = source else { return nil }
    return file.lineCount
  }

  /// Gives each row in the order of the file, and what the file was found to be.
  package func read(_ body: (TableRow, TableReader.Form) throws -> Void) throws {
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

/// What a table was found to be, and which of its columns stand for what.
package struct FoundColumns: Sendable {
  package let form: TableReader.Form
  /// Columns of the file.
  package let count: Int
  /// What stands for what, by our name and the file's.
  package let used: [(key: String, name: String)]
  /// Names of columns that are passed over.
  package let idle: [String]
}
