/// A sheet that is a form: cells of any width with rules around them, set up for A4 paper.
package struct SheetForm: Sendable, Equatable {
  package enum Style: Sendable, Hashable {
    case title, subtitle, mark, heading, prose, note
    /// With rules around them.
    case label, value, head
  }

  package struct Cell: Sendable, Equatable {
    /// From 0.
    package var column: Int
    /// Columns that it takes, at least 1.
    package var span: Int
    package var value: SheetTable.Value
    package var style: Style

    package init(column: Int, span: Int = 1, _ value: SheetTable.Value, _ style: Style) {
      self.column = column
      self.span = span
      self.value = value
      self.style = style
    }
  }

  package struct Row: Sendable, Equatable {
    package var cells: [Cell]
    /// Height in lines.
    package var lines: Int

    package init(_ cells: [Cell], lines: Int = 1) {
      self.cells = cells
      self.lines = lines
    }
  }

  package var name: String
  /// Of the columns, in characters.
  package var widths: [Double]
  package var isLandscape: Bool
  package var rows: [Row]

  package init(name: String, widths: [Double], isLandscape: Bool, rows: [Row]) {
    self.name = name
    self.widths = widths
    self.isLandscape = isLandscape
    self.rows = rows
  }
}

/// Writes forms by libxlsxwriter, as the tables' pen does tables.
struct FormPen {
  typealias Pointer = UnsafeMutableRawPointer
  private typealias WriteText =
    @convention(c) (Pointer, UInt32, UInt16, UnsafePointer<CChar>, Pointer?) -> Int32
  private typealias WriteNumber =
    @convention(c) (Pointer, UInt32, UInt16, Double, Pointer?) -> Int32
  private typealias WriteBlank = @convention(c) (Pointer, UInt32, UInt16, Pointer?) -> Int32
  private typealias Merge =
    @convention(c) (
      Pointer, UInt32, UInt16, UInt32, UInt16, UnsafePointer<CChar>, Pointer?
    ) -> Int32
  private typealias SetColumn =
    @convention(c) (Pointer, UInt16, UInt16, Double, Pointer?) -> Int32
  private typealias SetRow = @convention(c) (Pointer, UInt32, Double, Pointer?) -> Int32
  private typealias SetByte = @convention(c) (Pointer, UInt8) -> Void
  private typealias SetPages = @convention(c) (Pointer, UInt16, UInt16) -> Void
  private typealias SetMargins = @convention(c) (Pointer, Double, Double, Double, Double) -> Void
  private typealias Do = @convention(c) (Pointer) -> Void
  private typealias SetFooter = @convention(c) (Pointer, UnsafePointer<CChar>) -> Int32
  private typealias SetColor = @convention(c) (Pointer, UInt32) -> Void
  private typealias SetSize = @convention(c) (Pointer, Double) -> Void
  private typealias SetNumberFormat = @convention(c) (Pointer, UnsafePointer<CChar>) -> Void
  private typealias AddFormat = @convention(c) (Pointer) -> Pointer?

  private let book: Pointer
  private let library: LoadedLibrary
  private let writeText: WriteText
  private let writeNumber: WriteNumber
  private let writeBlank: WriteBlank
  private let merge: Merge
  private let setRow: SetRow
  private var formats: [Look: Pointer] = [:]

  private struct Look: Hashable {
    var style: SheetForm.Style
    var number: String?
  }

  init(_ library: LoadedLibrary, _ book: Pointer) throws(TableFault) {
    self.library = library
    self.book = book
    writeText = try library.function("worksheet_write_string", as: WriteText.self)
    writeNumber = try library.function("worksheet_write_number", as: WriteNumber.self)
    writeBlank = try library.function("worksheet_write_blank", as: WriteBlank.self)
    merge = try library.function("worksheet_merge_range", as: Merge.self)
    setRow = try library.function("worksheet_set_row", as: SetRow.self)
  }

  mutating func write(_ form: SheetForm, on page: Pointer) throws(TableFault) {
    try setUp(form, page)
    for (line, row) in form.rows.enumerated() {
      _ = setRow(page, UInt32(line), Double(row.lines) * 15 + 3, nil)
      for cell in row.cells { try put(cell, page, UInt32(line)) }
    }
  }

  /// A4 (9), as wide as the paper and as long as it takes, page numbers below.
  private func setUp(_ form: SheetForm, _ page: Pointer) throws(TableFault) {
    let setColumn = try library.function("worksheet_set_column", as: SetColumn.self)
    for (place, width) in form.widths.enumerated() {
      _ = setColumn(page, UInt16(place), UInt16(place), width, nil)
    }
    try library.function("worksheet_set_paper", as: SetByte.self)(page, 9)
    try library.function("worksheet_fit_to_pages", as: SetPages.self)(page, 1, 0)
    try library.function("worksheet_set_margins", as: SetMargins.self)(page, 0.5, 0.5, 0.55, 0.6)
    try library.function("worksheet_gridlines", as: SetByte.self)(page, 0)
    if form.isLandscape { try library.function("worksheet_set_landscape", as: Do.self)(page) }
    _ = try library.function("worksheet_set_footer", as: SetFooter.self)(page, "&R&8&P / &N")
  }

  private mutating func put(
    _ cell: SheetForm.Cell, _ page: Pointer, _ row: UInt32
  ) throws(TableFault) {
    let (format, column) = (try format(of: cell), UInt16(cell.column))
    var status: Int32 = 0
    if cell.span > 1 {
      status = merge(page, row, column, row, column + UInt16(cell.span - 1), "", format)
    }
    if status != 0 { throw .notWritten }
    switch cell.value {
    case .text(let text): status = writeText(page, row, column, WorkbookWriter.kept(text), format)
    case .number(let number, _): status = writeNumber(page, row, column, number, format)
    case .day(let day):
      status = writeNumber(page, row, column, Double(day.excelSerial), format)
    case .empty: status = writeBlank(page, row, column, format)
    }
    if status != 0 { throw .notWritten }
  }

  private mutating func format(of cell: SheetForm.Cell) throws(TableFault) -> Pointer {
    let shown: String? =
      switch cell.value {
      case .number(_, let format): format
      case .day: "yyyy\"年\"m\"月\"d\"日\""
      case .text, .empty: nil
      }
    let look = Look(style: cell.style, number: shown)
    if let known = formats[look] { return known }
    guard let made = try library.function("workbook_add_format", as: AddFormat.self)(book) else {
      throw .notWritten
    }
    try dress(made, cell.style, isNumber: shown != nil)
    if let shown {
      try library.function("format_set_num_format", as: SetNumberFormat.self)(made, shown)
    }
    formats[look] = made
    return made
  }

  /// Alignments by libxlsxwriter's numbers: 1 left, 2 center, 3 right, 10 middle of the height.
  private func dress(
    _ format: Pointer, _ style: SheetForm.Style, isNumber: Bool
  ) throws(TableFault) {
    let align = try library.function("format_set_align", as: SetByte.self)
    let size = try library.function("format_set_font_size", as: SetSize.self)
    try library.function("format_set_text_wrap", as: Do.self)(format)
    align(format, 10)
    switch style {
    case .title:
      align(format, 2)
      size(format, 14)
      try library.function("format_set_bold", as: Do.self)(format)
    case .subtitle: align(format, 2)
    case .mark:
      align(format, 3)
      size(format, 9)
    case .heading: try library.function("format_set_bold", as: Do.self)(format)
    case .prose: break
    case .note: size(format, 8)
    case .label, .value, .head:
      try library.function("format_set_border", as: SetByte.self)(format, 1)
      size(format, 10)
      if style != .value {
        try library.function("format_set_bg_color", as: SetColor.self)(format, 0xEEEEEE)
      }
      if style == .head { align(format, 2) } else if isNumber { align(format, 3) }
    }
  }
}
