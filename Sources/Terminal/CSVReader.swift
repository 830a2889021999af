/// A strict reader of RFC 4180 that takes a file in chunks of any size. Lines end with LF or
/// CR LF, a byte order mark is passed over, and so are lines with nothing in them, unless records
/// have a single field.
package struct CSVReader: Sendable {
  /// How many fields a record must have.
  package enum FieldCount: Sendable {
    case any
    case exactly(Int)
    /// As many as the first record read without fault.
    case likeFirst
  }

  private enum State {
    /// At the start of the file, after so many bytes of a byte order mark.
    case opening(Int)
    case fieldStart
    case plain
    case quoted
    /// After a quote in a quoted field: the end of it, or the first of a doubled one.
    case afterQuote
    case afterReturn
    /// Passing over the rest of a line at fault.
    case skipping
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private let limit: Int
  private let fieldCount: FieldCount
  private var expected: Int?
  private var state = State.opening(0)
  /// The unescaped bytes of the record's fields so far, and where each field ends among them.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var line = 1
  private var startLine = 1
  private var isQuoted = false

  /// `limit` is the number of bytes of a record's fields together.
  package init(fieldCount: FieldCount = .likeFirst, limit: Int = 1 << 20) {
    self.fieldCount = fieldCount
    self.limit = limit
    if case .exactly(let count) = fieldCount { expected = count }
  }

  /// Reads on, and gives each record that ends in the chunk to `body`.
  package mutating func feed(_ chunk: Span<UInt8>, _ body: (CSVRow) -> Void) {
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
  package mutating func finish(_ body: (CSVRow) -> Void) {
    if bytes.count > limit { fail(.tooLong(limit: limit), body) }
    switch state {
    case .opening(let matched): bytes += Self.mark.prefix(matched)
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
      bytes.append(byte)
      index += 1
    }
    return index
  }

  private mutating func takeQuoted(_ chunk: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < chunk.count {
      let byte = chunk[index]
      if byte == quote || byte == lineFeed { break }
      bytes.append(byte)
      index += 1
    }
    return index
  }

  private mutating func step(_ byte: UInt8, _ body: (CSVRow) -> Void) {
    if bytes.count > limit { fail(.tooLong(limit: limit), body) }
    switch state {
    case .opening(let matched): open(byte, matched, body)
    case .fieldStart where byte == quote:
      isQuoted = true
      state = .quoted
    case .fieldStart, .plain: takeUnquoted(byte, body)
    case .quoted:
      if byte == lineFeed { line += 1 }
      if byte == quote { state = .afterQuote } else { bytes.append(byte) }
    case .afterQuote where byte == quote:
      bytes.append(quote)
      state = .quoted
    case .afterQuote: delimit(byte, body)
    case .afterReturn where byte == lineFeed: endRecord(body)
    case .afterReturn: fail(.strayCarriageReturn(field: ends.count + 1), body)
    case .skipping:
      if byte == lineFeed { startRecord() }
    }
  }

  private mutating func open(_ byte: UInt8, _ matched: Int, _ body: (CSVRow) -> Void) {
    if byte == Self.mark[matched] {
      state = matched == 2 ? .fieldStart : .opening(matched + 1)
      return
    }
    bytes += Self.mark.prefix(matched)
    state = matched == 0 ? .fieldStart : .plain
    step(byte, body)
  }

  private mutating func takeUnquoted(_ byte: UInt8, _ body: (CSVRow) -> Void) {
    switch byte {
    case comma, lineFeed, carriageReturn: delimit(byte, body)
    case quote: fail(.strayQuote(field: ends.count + 1), body)
    default:
      bytes.append(byte)
      state = .plain
    }
  }

  /// What may follow a field.
  private mutating func delimit(_ byte: UInt8, _ body: (CSVRow) -> Void) {
    switch byte {
    case comma:
      ends.append(bytes.count)
      state = .fieldStart
    case carriageReturn: state = .afterReturn
    case lineFeed: endRecord(body)
    default: fail(.strayQuote(field: ends.count + 1), body)
    }
  }

  private mutating func endRecord(_ body: (CSVRow) -> Void) {
    ends.append(bytes.count)
    if bytes.isEmpty, ends.count == 1, !isQuoted, expected != 1 { return startRecord() }
    body(record())
    startRecord()
  }

  private mutating func record() -> CSVRow {
    if let expected, ends.count != expected {
      return .fault(line: startLine, .wrongFieldCount(expected: expected, found: ends.count))
    }
    var fields: [String] = []
    fields.reserveCapacity(ends.count)
    var start = 0
    for end in ends {
      guard let field = String(validating: bytes[start..<end], as: UTF8.self) else {
        return .fault(line: startLine, .invalidUTF8(field: fields.count + 1))
      }
      fields.append(field)
      start = end
    }
    if case .likeFirst = fieldCount { expected = fields.count }
    return .record(line: startLine, fields: fields)
  }

  private mutating func startRecord() {
    line += 1
    startLine = line
    clear()
    state = .fieldStart
  }

  private mutating func fail(_ fault: CSVFault, _ body: (CSVRow) -> Void) {
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

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
