/// An .xlsx file: its sheets, and their rows as text.
package final class Workbook {
  private let archive: ZipArchive
  private let book = WorkbookListener()
  private let relations: RelationsListener

  /// Fields that a sheet's rows may come to, the empty ones before a field included.
  private static let mostFields = 10_000_000
  /// Texts that its cells may share.
  private static let mostStrings = 2_000_000

  /// - Parameter greatest: bytes that its parts may come to.
  package init(_ path: String, greatest: Int = 1 << 30) throws(TableFault) {
    archive = try ZipArchive(path, greatest: greatest)
    let roots = RelationsListener(in: "")
    guard try archive.read("_rels/.rels", telling: roots) else { throw .notWorkbook }
    let main = roots.kinds["officeDocument"] ?? "xl/workbook.xml"
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let name = main.dropFirst(folder.count)
    relations = RelationsListener(in: folder)
    guard try archive.read(main, telling: book), !book.sheets.isEmpty,
      try archive.read("\(folder)_rels/\(name).rels", telling: relations)
    else { throw .notWorkbook }
  }

  /// Those that are shown, in their order.
  package var sheets: [String] { book.sheets.filter { !$0.isHidden }.map(\.name) }

  /// Gives a sheet's rows, those with nothing in them excepted.
  /// - Parameter name: as it is written, or its number from 1; nil for the first that is shown.
  /// - Returns: the sheet's name.
  package func read(
    sheet name: String?, fieldCount: RowReader.FieldCount, _ body: (TableRow, String) throws -> Void
  ) throws {
    let sheet = try sheet(name)
    guard let path = relations.targets[sheet.relation] else { throw TableFault.brokenWorkbook }
    // Each text that differs from the others takes a byte of the file at least.
    let strings = StringsListener(greatest: min(Self.mostStrings, archive.size))
    let styles = StylesListener()
    if let part = relations.kinds["sharedStrings"] { _ = try archive.read(part, telling: strings) }
    if let part = relations.kinds["styles"] { _ = try archive.read(part, telling: styles) }
    var shape = RowShape(fieldCount)
    var rows: [TableRow] = []
    var fieldsLeft = Self.mostFields
    let listener = SheetListener(
      strings: strings.strings, forms: styles.forms, is1904: book.is1904
    ) { line, fields, fault in
      fieldsLeft -= fields.count
      if fieldsLeft < 0 { return }
      if let fault {
        rows.append(.fault(line: line, fault))
      } else if let row = shape.row(line, fields) {
        rows.append(row)
      }
    }
    let reader = try XMLReader(listener)
    let isThere = try archive.read(path) { (chunk) throws(TableFault) in
      try reader.feed(chunk)
      if fieldsLeft < 0 { throw .tooLargeInside }
      if let fault = listener.fault { throw fault }
    }
    guard isThere else { throw TableFault.brokenWorkbook }
    try reader.finish()
    if let fault = listener.fault { throw fault }
    for row in rows { try body(row, sheet.name) }
  }

  private func sheet(_ name: String?) throws(TableFault) -> WorkbookListener.Sheet {
    let shown = book.sheets.filter { !$0.isHidden }
    guard let name else {
      guard let first = shown.first ?? book.sheets.first else { throw .notWorkbook }
      return first
    }
    if let named = book.sheets.first(where: { $0.name == name }) { return named }
    if let number = Int(name), shown.indices.contains(number - 1) { return shown[number - 1] }
    throw .unknownSheet(name, found: sheets)
  }
}

/// Brings a sheet's rows into the form that a file's have.
private struct RowShape {
  private let fieldCount: RowReader.FieldCount
  private var expected: Int?

  init(_ fieldCount: RowReader.FieldCount) { self.fieldCount = fieldCount }

  /// Nil for a row with nothing in it.
  mutating func row(_ line: Int, _ fields: [String]) -> TableRow? {
    var fields = fields
    while fields.last?.allSatisfy(\.isWhitespace) == true { fields.removeLast() }
    if fields.isEmpty { return nil }
    guard case .likeFirst = fieldCount else { return .record(line: line, fields: fields) }
    let count = expected ?? fields.count
    expected = count
    if fields.count > count {
      return .fault(line: line, .wrongFieldCount(expected: count, found: fields.count))
    }
    fields += repeatElement("", count: count - fields.count)
    return .record(line: line, fields: fields)
  }
}
