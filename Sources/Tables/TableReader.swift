/// Reads a table of any encoding, delimiter and line end that offices have, in chunks of any size.
/// What is not told is found by looking; what can't be told apart is refused.
package struct TableReader {
  /// What a file turned out to be.
  package struct Form: Equatable, Sendable {
    package var encoding: TextEncoding
    /// Nothing but ASCII came so far, and more may come.
    package var isASCIISoFar = false
    package var delimiter: Delimiter
    package var lineEnd: LineEnd
    /// Of a spreadsheet, the sheet that is read, and all that it shows.
    package var sheet: Sheet?

    package struct Sheet: Equatable, Sendable {
      package var name: String
      package var all: [String]

      package init(_ name: String, of all: [String]) { (self.name, self.all) = (name, all) }
    }

    init(encoding: TextEncoding, delimiter: Delimiter, lineEnd: LineEnd) {
      (self.encoding, self.delimiter, self.lineEnd) = (encoding, delimiter, lineEnd)
    }

    package init(_ sheet: Sheet) {
      self.init(encoding: .utf8, delimiter: .comma, lineEnd: .lineFeed)
      self.sheet = sheet
    }
  }

  /// UTF-8 that is looked at to tell how lines are cut.
  private static let sample = 64 * 1024
  private let delimiter: Delimiter?
  private let fieldCount: RowReader.FieldCount
  private var decoder: TextDecoder
  private var held: [UInt8] = []
  private var rows: RowReader?
  private var dialect: Dialect?
  private var isFinished = false

  /// - Parameters:
  ///   - encoding: what the file is said to be in; nil to find out.
  ///   - delimiter: what is said to stand between fields; nil to find out.
  package init(
    encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
    fieldCount: RowReader.FieldCount = .likeFirst
  ) {
    (self.delimiter, self.fieldCount) = (delimiter, fieldCount)
    decoder = TextDecoder(encoding)
  }

  /// Known when the first row is; the encoding is UTF-8 as long as nothing says otherwise.
  package var form: Form? {
    dialect.map {
      var form = Form(
        encoding: decoder.encoding ?? .utf8, delimiter: $0.delimiter, lineEnd: $0.lineEnd)
      form.isASCIISoFar = decoder.encoding == nil && !isFinished
      return form
    }
  }

  /// Finds a file's encoding by all of it, before it is read as a table.
  /// - Parameter pieces: gives the file's bytes as long as they are wanted.
  package mutating func settle(
    _ pieces: ((ArraySlice<UInt8>) throws -> Bool) throws -> Void
  ) throws {
    var scout = decoder
    try pieces { chunk in
      try scout.feed(chunk) { _ in }
      return scout.encoding == nil
    }
    if scout.encoding == nil { try scout.finish { _ in } }
    decoder = TextDecoder(scout.encoding ?? .utf8)
  }

  package mutating func feed(
    _ chunk: ArraySlice<UInt8>, _ body: (TableRow) -> Void
  ) throws(TableFault) {
    var text: [UInt8] = []
    do { try decoder.feed(chunk) { text += $0 } } catch {
      // What came before can be read.
      try take(text, body)
      throw error
    }
    try take(text, body)
  }

  package mutating func finish(_ body: (TableRow) -> Void) throws(TableFault) {
    var text: [UInt8] = []
    try decoder.finish { text += $0 }
    isFinished = true
    try take(text, body)
    if rows == nil { try begin(body) }
    rows?.finish(body)
  }

  private mutating func take(
    _ text: [UInt8], _ body: (TableRow) -> Void
  ) throws(TableFault) {
    guard rows == nil else {
      rows?.feed(text.span, body)
      return
    }
    held += text
    if held.count >= Self.sample { try begin(body) }
  }

  private mutating func begin(_ body: (TableRow) -> Void) throws(TableFault) {
    let dialect = try Dialect(of: held[...], delimiter: delimiter)
    self.dialect = dialect
    rows = RowReader(
      fieldCount: fieldCount, delimiter: dialect.delimiter, lineEnd: dialect.lineEnd,
      firstLine: dialect.preface > 0 ? 2 : 1)
    let text = Array(held[dialect.preface...])
    held = []
    rows?.feed(text.span, body)
  }
}
