package import CivilTime

/// A sheet to be written: rows under a header.
package struct SheetTable: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case text(String)
    /// - format: how it is shown, as spreadsheets write it (`0.0%`); nil as they see fit.
    case number(Double, format: String?)
    case day(LocalDate)
    case empty
  }

  package var name: String
  package var columns: [String]
  package var rows: [[Value]]

  package init(name: String, columns: [String], rows: [[Value]]) {
    (self.name, self.columns, self.rows) = (name, columns, rows)
  }
}

/// Writes .xlsx files by libxlsxwriter. Texts are written as texts: no cell of theirs is a formula.
package enum WorkbookWriter {
  private typealias Pointer = UnsafeMutableRawPointer
  private typealias New = @convention(c) (UnsafePointer<CChar>) -> Pointer?
  private typealias AddSheet = @convention(c) (Pointer, UnsafePointer<CChar>?) -> Pointer?
  private typealias AddFormat = @convention(c) (Pointer) -> Pointer?
  private typealias SetBold = @convention(c) (Pointer) -> Void
  private typealias SetNumberFormat = @convention(c) (Pointer, UnsafePointer<CChar>) -> Void
  private typealias WriteText =
    @convention(c) (Pointer, UInt32, UInt16, UnsafePointer<CChar>, Pointer?) -> Int32
  private typealias WriteNumber =
    @convention(c) (Pointer, UInt32, UInt16, Double, Pointer?) -> Int32
  private typealias SetColumn =
    @convention(c) (Pointer, UInt16, UInt16, Double, Pointer?) -> Int32
  private typealias Freeze = @convention(c) (Pointer, UInt32, UInt16) -> Void
  private typealias Close = @convention(c) (Pointer) -> Int32

  /// Characters that a cell takes.
  private static let longest = 32_767

  /// Writes the sheets to the path, which is made or replaced.
  package static func write(_ sheets: [SheetTable], to path: String) throws(TableFault) {
    let library = try SheetLibrary.xlsxwriter.load()
    let new = try library.function("workbook_new", as: New.self)
    let close = try library.function("workbook_close", as: Close.self)
    let addSheet = try library.function("workbook_add_worksheet", as: AddSheet.self)
    guard let book = new(path) else { throw .notWritten }
    let written = Result { () throws(TableFault) in
      var pen = try Pen(library, book)
      var names = SheetNames()
      for sheet in sheets {
        guard let page = addSheet(book, names.next(sheet.name)) else { throw .notWritten }
        try pen.write(sheet, on: page)
      }
    }
    // Closing is what writes, and frees all of it.
    let status = close(book)
    try written.get()
    if status != 0 { throw .notWritten }
  }

  /// What writes cells, with the formats that they have.
  private struct Pen {
    private let book: Pointer
    private let text: WriteText
    private let number: WriteNumber
    private let setColumn: SetColumn
    private let freeze: Freeze
    private let addFormat: AddFormat
    private let setFormat: SetNumberFormat
    private let bold: Pointer?
    /// By how they show a number.
    private var formats: [String: Pointer] = [:]

    init(_ library: LoadedLibrary, _ book: Pointer) throws(TableFault) {
      self.book = book
      text = try library.function("worksheet_write_string", as: WriteText.self)
      number = try library.function("worksheet_write_number", as: WriteNumber.self)
      setColumn = try library.function("worksheet_set_column", as: SetColumn.self)
      freeze = try library.function("worksheet_freeze_panes", as: Freeze.self)
      addFormat = try library.function("workbook_add_format", as: AddFormat.self)
      setFormat = try library.function("format_set_num_format", as: SetNumberFormat.self)
      let setBold = try library.function("format_set_bold", as: SetBold.self)
      bold = addFormat(book)
      if let bold { setBold(bold) }
    }

    mutating func write(_ sheet: SheetTable, on page: Pointer) throws(TableFault) {
      for (place, title) in sheet.columns.enumerated() {
        _ = setColumn(page, UInt16(place), UInt16(place), width(place, sheet), nil)
        try put(.text(title), page, 0, place, bold)
      }
      freeze(page, 1, 0)
      for (line, row) in sheet.rows.enumerated() {
        for (place, value) in row.enumerated() { try put(value, page, line + 1, place, nil) }
      }
    }

    private mutating func put(
      _ value: SheetTable.Value, _ page: Pointer, _ row: Int, _ column: Int, _ format: Pointer?
    ) throws(TableFault) {
      guard row < 1_048_576, column < 16_384 else { throw .notWritten }
      let (row, column) = (UInt32(row), UInt16(column))
      let status: Int32 =
        switch value {
        case .text(let text): self.text(page, row, column, WorkbookWriter.kept(text), format)
        case .number(let number, nil): self.number(page, row, column, number, format)
        case .number(let number, let shown?):
          self.number(page, row, column, number, made(shown))
        case .day(let day):
          self.number(page, row, column, Double(day.excelSerial), made("yyyy-mm-dd"))
        case .empty: 0
        }
      if status != 0 { throw .notWritten }
    }

    private mutating func made(_ shown: String) -> Pointer? {
      if let known = formats[shown] { return known }
      guard let format = addFormat(book) else { return nil }
      setFormat(format, shown)
      formats[shown] = format
      return format
    }

    /// In characters, of which a wide one takes two.
    private func width(_ column: Int, _ sheet: SheetTable) -> Double {
      let texts = sheet.rows.prefix(200).compactMap { row -> String? in
        guard row.indices.contains(column), case .text(let text) = row[column] else { return nil }
        return text
      }
      let widest =
        (texts + [sheet.columns[column]]).map { text in
          text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
        }.max() ?? 0
      return Double(min(max(widest + 2, 8), 60))
    }
  }

  /// Without what XML can't hold, and no longer than a cell takes.
  private static func kept(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter {
      ($0.value >= 0x20 || $0 == "\n" || $0 == "\t") && $0.value & 0xFFFE != 0xFFFE
    }
    return String(String.UnicodeScalarView(scalars.prefix(longest)))
  }
}

extension LocalDate {
  /// As Excel counts days from 1900, whose February it gives 29.
  fileprivate var excelSerial: Int { dayNumber + 25_569 }
}

/// Names of sheets: up to 31 units of UTF-16, without some signs, each once.
private struct SheetNames {
  private var used: Set<String> = ["history"]

  mutating func next(_ name: String) -> String {
    let base = Self.kept(name)
    var candidate = base
    var number = 2
    while !used.insert(candidate.lowercased()).inserted {
      candidate = "\(base) \(number)"
      number += 1
    }
    return candidate
  }

  private static func kept(_ name: String) -> String {
    var kept = ""
    for scalar in name.unicodeScalars
    where scalar.value >= 0x20 && !"[]:*?/\\'".unicodeScalars.contains(scalar) {
      guard kept.utf16.count + scalar.utf16.count <= 27 else { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept.allSatisfy(\.isWhitespace) ? "Sheet" : kept
  }
}
