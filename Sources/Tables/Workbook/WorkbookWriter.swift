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
  private typealias SetRow = @convention(c) (Pointer, UInt32, Double, Pointer?) -> Int32
  private typealias Freeze = @convention(c) (Pointer, UInt32, UInt16) -> Void
  private typealias SetByte = @convention(c) (Pointer, UInt8) -> Void
  private typealias SetPages = @convention(c) (Pointer, UInt16, UInt16) -> Void
  private typealias SetMargins = @convention(c) (Pointer, Double, Double, Double, Double) -> Void
  private typealias SetRows = @convention(c) (Pointer, UInt32, UInt32) -> Int32
  private typealias SetFooter = @convention(c) (Pointer, UnsafePointer<CChar>) -> Int32
  private typealias Do = @convention(c) (Pointer) -> Void
  private typealias Close = @convention(c) (Pointer) -> Int32

  /// Characters that a cell takes.
  private static let longest = 32_767

  /// Writes the sheets to the path, which is made or replaced.
  package static func write(_ sheets: [SheetTable], to path: String) throws(TableFault) {
    try write(to: path) { (library, book, add) throws(TableFault) in
      var pen = try Pen(library, book)
      for sheet in sheets { try pen.write(sheet, on: try add(sheet.name)) }
    }
  }

  /// Writes forms, each on a sheet of its own, and tables behind them.
  package static func write(
    _ forms: [SheetForm], and tables: [SheetTable] = [], to path: String
  ) throws(TableFault) {
    try write(to: path) { (library, book, add) throws(TableFault) in
      var pen = try FormPen(library, book)
      for form in forms { try pen.write(form, on: try add(form.name)) }
      var tablePen = try Pen(library, book)
      for table in tables { try tablePen.write(table, on: try add(table.name)) }
    }
  }

  /// - Parameter fill: makes the pages, each by its name.
  private static func write(
    to path: String,
    _ fill: (LoadedLibrary, Pointer, (String) throws(TableFault) -> Pointer) throws(TableFault) ->
      Void
  ) throws(TableFault) {
    let library = try SheetLibrary.xlsxwriter.load()
    let new = try library.function("workbook_new", as: New.self)
    let close = try library.function("workbook_close", as: Close.self)
    let addSheet = try library.function("workbook_add_worksheet", as: AddSheet.self)
    guard let book = new(path) else { throw .notWritten }
    let written = Result { () throws(TableFault) in
      var names = SheetNames()
      try fill(library, book) { (name) throws(TableFault) in
        guard let page = addSheet(book, names.next(name)) else { throw .notWritten }
        return page
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
    private let library: LoadedLibrary
    private let text: WriteText
    private let number: WriteNumber
    private let setColumn: SetColumn
    private let setRow: SetRow
    private let freeze: Freeze
    private let addFormat: AddFormat
    private let setFormat: SetNumberFormat
    private let head: Pointer?
    private let wrapped: Pointer?
    /// By how they show a number.
    private var formats: [String: Pointer] = [:]

    init(_ library: LoadedLibrary, _ book: Pointer) throws(TableFault) {
      self.book = book
      self.library = library
      text = try library.function("worksheet_write_string", as: WriteText.self)
      number = try library.function("worksheet_write_number", as: WriteNumber.self)
      setColumn = try library.function("worksheet_set_column", as: SetColumn.self)
      setRow = try library.function("worksheet_set_row", as: SetRow.self)
      freeze = try library.function("worksheet_freeze_panes", as: Freeze.self)
      addFormat = try library.function("workbook_add_format", as: AddFormat.self)
      setFormat = try library.function("format_set_num_format", as: SetNumberFormat.self)
      let setBold = try library.function("format_set_bold", as: SetBold.self)
      (head, wrapped) = (addFormat(book), addFormat(book))
      let wrap = try library.function("format_set_text_wrap", as: Do.self)
      let align = try library.function("format_set_align", as: SetByte.self)
      for format in [head, wrapped].compactMap(\.self) {
        wrap(format)
        align(format, 8)
      }
      if let head { setBold(head) }
    }

    mutating func write(_ sheet: SheetTable, on page: Pointer) throws(TableFault) {
      let widths = sheet.columns.indices.map { ColumnWidth($0, of: sheet) }
      for (place, title) in sheet.columns.enumerated() {
        _ = setColumn(page, UInt16(place), UInt16(place), widths[place].shown, nil)
        try put(.text(title), page, 0, place, head)
      }
      freeze(page, 1, 0)
      setHeight(page, 0, sheet.columns.map { .text($0) }, widths)
      for (line, row) in sheet.rows.enumerated() {
        setHeight(page, line + 1, row, widths)
        for (place, value) in row.enumerated() {
          let isLong = widths.indices.contains(place) && widths[place].isExceeded
          try put(value, page, line + 1, place, isLong ? wrapped : nil)
        }
      }
      try setUp(page, widths.map(\.shown).reduce(0, +))
    }

    /// Said where texts take several lines, since not every program finds it out when it opens a file.
    private func setHeight(
      _ page: Pointer, _ row: Int, _ values: [SheetTable.Value], _ widths: [ColumnWidth]
    ) {
      let lines = zip(values, widths).map { value, width in
        if case .text(let text) = value { width.lines(of: text) } else { 1 }
      }
      // Excel's greatest height is 409 points.
      guard let most = lines.max(), most > 1, row < 1_048_576 else { return }
      _ = setRow(page, UInt32(row), min(Double(most) * 15, 405), nil)
    }

    /// For A4 (9), with rules (3): as wide as the paper, lying where it is wide, the header on every page.
    private func setUp(_ page: Pointer, _ width: Double) throws(TableFault) {
      try library.function("worksheet_set_paper", as: SetByte.self)(page, 9)
      try library.function("worksheet_fit_to_pages", as: SetPages.self)(page, 1, 0)
      try library.function("worksheet_set_margins", as: SetMargins.self)(
        page, 0.5, 0.5, 0.55, 0.6)
      try library.function("worksheet_gridlines", as: SetByte.self)(page, 3)
      if width > 90 { try library.function("worksheet_set_landscape", as: Do.self)(page) }
      _ = try library.function("worksheet_repeat_rows", as: SetRows.self)(page, 0, 0)
      _ = try library.function("worksheet_set_footer", as: SetFooter.self)(
        page, "&L&8&A&R&8&P / &N")
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
  }

  /// Without what XML can't hold, and no longer than a cell takes.
  static func kept(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter {
      ($0.value >= 0x20 || $0 == "\n" || $0 == "\t") && $0.value & 0xFFFE != 0xFFFE
    }
    return String(String.UnicodeScalarView(scalars.prefix(longest)))
  }
}

/// How wide a column is, in characters, of which a wide one takes two.
struct ColumnWidth {
  let shown: Double
  /// Whether some text in it is wider.
  let isExceeded: Bool

  /// Of many columns none takes much, so that they stand on one page; heads are broken over lines.
  init(_ column: Int, of sheet: SheetTable) {
    let values = sheet.rows.prefix(200).compactMap {
      $0.indices.contains(column) ? $0[column] : nil
    }
    let longest = sheet.columns.count > 8 ? 26 : 60
    let widest = values.map(Self.width).max() ?? 0
    let head = Self.width(of: sheet.columns[column])
    let least = sheet.columns.count > 8 ? min(head, 10) : head
    shown = Double(min(max(widest + 2, least + 2, 8), longest))
    isExceeded = Double(widest) > shown
  }

  /// Lines that a text takes, broken between words where it has some; a bold one is a little wider.
  func lines(of text: String) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, line in
      var lines = 1
      var used = 0.0
      for word in line.split(separator: " ") {
        let width = Double(Self.width(of: String(word))) * 1.1
        if used > 0, used + 1 + width > shown {
          lines += 1
          used = 0
        }
        used += width + (used > 0 ? 1 : 0)
        if used > shown {
          lines += Int((used / shown).rounded(.up)) - 1
          used = used.truncatingRemainder(dividingBy: shown)
        }
      }
      return count + lines
    }
  }

  private static func width(_ value: SheetTable.Value) -> Int {
    switch value {
    case .text(let text): width(of: text)
    case .number(let number, let format): width(number, format)
    case .day: 10
    case .empty: 0
    }
  }

  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }

  /// As its format shows it: digits, groups, decimals, and what stands behind them.
  private static func width(_ number: Double, _ format: String?) -> Int {
    guard let format else { return min("\(number)".count, 11) }
    let scale = format.contains("%") ? 100.0 : 1
    let digits = String(Int(max(-1e15, min(1e15, (number * scale).rounded())))).count
    return digits + (format.contains(",") ? digits / 3 : 0)
      + width(of: String(format.drop { "#,0".contains($0) }))
  }
}

extension LocalDate {
  /// As Excel counts days from 1900, whose February it gives 29.
  var excelSerial: Int { dayNumber + 25_569 }
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
