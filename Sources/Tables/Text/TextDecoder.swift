/// Makes UTF-8 of a file that comes in chunks of any size, and finds its encoding on the way: by its
/// first bytes, or by the first that are no ASCII, however late they come.
struct TextDecoder {
  private enum State {
    /// Nothing has been handed on.
    case opening
    /// All that came so far means the same in UTF-8 and CP932.
    case ascii
    /// Since a byte that is no ASCII.
    case looking
    case utf8
    case converting(Converter)
  }

  /// Bytes that are looked at to tell an encoding.
  private static let sample = 64 * 1024
  private let wanted: TextEncoding?
  private var state = State.opening
  private var held: [UInt8] = []
  /// The last byte handed on as ASCII.
  private var last: UInt8 = 0
  /// Nil while it could be several.
  private(set) var encoding: TextEncoding?

  /// - Parameter encoding: what the file is said to be in; nil to find out.
  init(_ encoding: TextEncoding?) { wanted = encoding }

  mutating func feed(
    _ chunk: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(TableFault) {
    switch state {
    case .utf8: body(chunk)
    case .converting(let converter): converter.feed(chunk, body)
    case .ascii: try passASCII(chunk, body)
    case .opening, .looking:
      held += chunk
      if held.count >= Self.sample { try look(isWhole: false, body) }
    }
  }

  mutating func finish(_ body: (ArraySlice<UInt8>) -> Void) throws(TableFault) {
    if case .opening = state { try look(isWhole: true, body) }
    if case .looking = state { try look(isWhole: true, body) }
    if case .converting(let converter) = state { converter.finish(body) }
  }

  private mutating func look(
    isWhole: Bool, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(TableFault) {
    let bytes = held[...]
    held = []
    guard case .opening = state else {
      let sample = bytes.prefix(Self.sample)
      let isAll = isWhole && sample.count == bytes.count
      return try settle(EncodingGuess.text(sample, after: last, isWhole: isAll), bytes, body)
    }
    let found = try EncodingGuess.opening(bytes)
    // A mark says which way round UTF-16 is.
    if let encoding = wanted?.unit == 2 && found?.unit == 2 ? found : wanted ?? found {
      let mark = bytes.starts(with: encoding.mark) ? encoding.mark.count : 0
      return try settle(encoding, bytes.dropFirst(mark), body)
    }
    state = .ascii
    try passASCII(bytes, body)
    if isWhole, case .looking = state { try look(isWhole: true, body) }
  }

  private mutating func settle(
    _ encoding: TextEncoding, _ bytes: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(TableFault) {
    self.encoding = encoding
    state = encoding == .utf8 ? .utf8 : .converting(try Converter(from: encoding))
    try feed(bytes, body)
  }

  private mutating func passASCII(
    _ chunk: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(TableFault) {
    let end = chunk.firstIndex { $0 >= 0x80 || $0 == 0x1B } ?? chunk.endIndex
    if end > chunk.startIndex {
      body(chunk[..<end])
      last = chunk[end - 1]
    }
    if end == chunk.endIndex { return }
    state = .looking
    try feed(chunk[end...], body)
  }
}
