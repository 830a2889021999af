/// A strict reader of RFC 4180's quotes that takes UTF-8 in chunks of any size, whatever stands
/// between fields and ends lines. Rows with nothing in them are passed over, as are empty fields
/// behind a row's last: spreadsheets leave both.
package struct RowReader: Sendable {
  /// How many fields a record must have.
  package enum FieldCount: Sendable {
    /// Any number; empty ones at the end don't count.
    case any
    /// As many as the first record read without fault; what a longer one has more must be empty.
    case likeFirst
  }

  private enum State {
    case fieldStart
    case plain
    case quoted
    /// After a quote in a quoted field: the end of it, or the first of a doubled one.
    case afterQuote
    case afterReturn
    /// Passing over the rest of a line at fault.
    case skipping
  }

  private let limit: Int
  private let comma: UInt8
  private let lineEnd: LineEnd
  private let fieldCount: FieldCount
  private var expected: Int?
  private var state = State.fieldStart
  /// The unescaped bytes of the record's fields so far, and where each field ends among them.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var line: Int
  private var startLine: Int
  private var isQuoted = false

  /// - Parameters:
  ///   - limit: bytes that a record's fields may have together.
  ///   - firstLine: the number of the line that comes first.
  package init(
    fieldCount: FieldCount = .likeFirst, delimiter: Delimiter = .comma,
    lineEnd: LineEnd = .lineFeed, firstLine: Int = 1, limit: Int = 1 << 20
  ) {
    (self.fieldCount, self.lineEnd, self.limit) = (fieldCount, lineEnd, limit)
    comma = delimiter.rawValue
    (line, startLine) = (firstLine, firstLine)
  }

  /// Reads on, and gives each record that ends in the chunk to `body`.
  package mutating func feed(_ chunk: Span<UInt8>, _ body: (TableRow) -> Void) {
    var index = 0
    while index < chunk.count {
      switch state {
      case .plain: index = takePlain(chunk, from: index)
      case .quoted: index = takeQuoted(chunk, from: index)
      default: break
      }
      guard index < chunk.count else { break }
      step(chunk[index], body)
      index += 1
    }
  }

  /// Ends the file, whose last record may lack its line end.
  package mutating func finish(_ body: (TableRow) -> Void) {
    if bytes.count > limit { fail(.tooLong(limit: limit), body) }
    // DOS ends a text with ^Z.
    if case .plain = state {
      while bytes.last == endOfFile, bytes.count > ends.last ?? 0 { bytes.removeLast() }
    }
    switch state {
    case .quoted: return fail(.unclosedQuote, body)
    case .afterReturn: return fail(.strayCarriageReturn(field: ends.count + 1), body)
    case .skipping: return
    case .fieldStart, .plain, .afterQuote: break
    }
    if !bytes.isEmpty || !ends.isEmpty || isQuoted { endRecord(body) }
  }

  /// Takes bytes up to the next that means something in an unquoted field.
  private mutating func takePlain(_ chunk: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < chunk.count {
      let byte = chunk[index]
      if byte == comma || byte == quote || byte == lineFeed || byte == carriageReturn { break }
      index += 1
    }
    bytes.append(chunk, start..<index)
    return index
  }

  private mutating func takeQuoted(_ chunk: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < chunk.count {
      let byte = chunk[index]
      if byte == quote || byte == lineFeed || byte == carriageReturn { break }
      index += 1
    }
    bytes.append(chunk, start..<index)
    return index
  }

  private mutating func step(_ byte: UInt8, _ body: (TableRow) -> Void) {
    if bytes.count > limit { fail(.tooLong(limit: limit), body) }
    switch state {
    case .fieldStart where byte == quote:
      isQuoted = true
      state = .quoted
    case .fieldStart, .plain: takeUnquoted(byte, body)
    case .quoted:
      if isEnd(byte) { line += 1 }
      if byte == quote { state = .afterQuote } else { bytes.append(byte) }
    case .afterQuote where byte == quote:
      bytes.append(quote)
      state = .quoted
    case .afterQuote: delimit(byte, body)
    case .afterReturn where byte == lineFeed: endRecord(body)
    case .afterReturn: fail(.strayCarriageReturn(field: ends.count + 1), body)
    case .skipping:
      if isEnd(byte) { startRecord() }
    }
  }

  private mutating func takeUnquoted(_ byte: UInt8, _ body: (TableRow) -> Void) {
    switch byte {
    case comma, lineFeed, carriageReturn: delimit(byte, body)
    case quote: fail(.strayQuote(field: ends.count + 1), body)
    default:
      bytes.append(byte)
      state = .plain
    }
  }

  /// What may follow a field.
  private mutating func delimit(_ byte: UInt8, _ body: (TableRow) -> Void) {
    switch byte {
    case comma:
      ends.append(bytes.count)
      state = .fieldStart
    case carriageReturn where lineEnd == .lineFeed: state = .afterReturn
    case carriageReturn: endRecord(body)
    case lineFeed: endRecord(body)
    default: fail(.strayQuote(field: ends.count + 1), body)
    }
  }

  /// Whether a line of the file ends with the byte.
  private func isEnd(_ byte: UInt8) -> Bool {
    byte == (lineEnd == .lineFeed ? lineFeed : carriageReturn)
  }

  private mutating func endRecord(_ body: (TableRow) -> Void) {
    ends.append(bytes.count)
    if let row = record() { body(row) }
    startRecord()
  }

  /// Nil for a row with nothing in it.
  private mutating func record() -> TableRow? {
    let filled = filledFields
    if filled == 0 { return nil }
    if let expected {
      let found = filled > expected ? filled : ends.count
      if filled > expected || ends.count < expected {
        return .fault(line: startLine, .wrongFieldCount(expected: expected, found: found))
      }
    }
    return fields(expected ?? filled)
  }

  /// Fields up to the last that has something in it.
  private var filledFields: Int {
    var count = ends.count
    while count > 0 {
      let start = count > 1 ? ends[count - 2] : 0
      if !Self.isBlank(bytes[start..<ends[count - 1]]) { break }
      count -= 1
    }
    return count
  }

  /// Whether nothing but spaces is there, full-width ones (E3 80 80) included.
  private static func isBlank(_ field: ArraySlice<UInt8>) -> Bool {
    var rest = field
    while let first = rest.first {
      switch first {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): rest = rest.dropFirst()
      case 0xE3 where rest.starts(with: [0xE3, 0x80, 0x80]): rest = rest.dropFirst(3)
      default: return false
      }
    }
    return true
  }

  private mutating func fields(_ count: Int) -> TableRow {
    var fields: [String] = []
    fields.reserveCapacity(count)
    var start = 0
    for end in ends.prefix(count) {
      guard let field = utf8Text(bytes.span, start..<end) else {
        return .fault(line: startLine, .notText(field: fields.count + 1))
      }
      fields.append(field)
      start = end
    }
    if case .likeFirst = fieldCount { expected = count }
    return .record(line: startLine, fields: fields)
  }

  private mutating func startRecord() {
    line += 1
    startLine = line
    clear()
    state = .fieldStart
  }

  private mutating func fail(_ fault: RowFault, _ body: (TableRow) -> Void) {
    body(.fault(line: startLine, fault))
    clear()
    state = .skipping
  }

  private mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isQuoted = false
  }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let endOfFile: UInt8 = 0x1A
private let carriageReturn = UInt8(ascii: "\r")
