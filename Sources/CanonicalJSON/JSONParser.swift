/// A strict reader of RFC 8259 over UTF-8 bytes.
///
/// The bytes are handed to each step and not stored, so that a span can be used without a copy.
struct JSONParser {
  static let depthLimit = 128

  /// The next byte to read.
  var offset = 0
  private var depth = 0

  /// One value, with nothing but white space around it.
  mutating func document(_ bytes: Span<UInt8>) throws(JSONParseError) -> JSON {
    let value = try value(bytes)
    skipWhiteSpace(bytes)
    guard offset == bytes.count else { throw failure(.trailingBytes) }
    return value
  }

  private mutating func value(_ bytes: Span<UInt8>) throws(JSONParseError) -> JSON {
    switch try firstByte(bytes) {
    case Byte.quote: return .string(try string(bytes))
    case Byte.openBrace: return .object(try object(bytes))
    case Byte.openBracket: return .array(try array(bytes))
    case Byte.minus, Byte.zero...Byte.nine: return .number(try number(bytes))
    case UInt8(ascii: "t"): return try word("true", bytes, .bool(true))
    case UInt8(ascii: "f"): return try word("false", bytes, .bool(false))
    case UInt8(ascii: "n"): return try word("null", bytes, .null)
    case let byte: throw failure(.unexpectedByte(byte))
    }
  }

  private mutating func object(_ bytes: Span<UInt8>) throws(JSONParseError) -> JSONObject {
    try enter()
    defer { depth -= 1 }
    if try firstByte(bytes) == Byte.closeBrace {
      offset += 1
      return JSONObject()
    }
    var members: [JSONObject.Member] = []
    members.reserveCapacity(8)
    var ascending = true
    repeat {
      let member = try member(bytes)
      if let last = members.last, last.key >= member.key { ascending = false }
      members.append(member)
    } while try continues(bytes, until: Byte.closeBrace)
    if !ascending { try refuseDuplicates(members) }
    return JSONObject(distinct: members)
  }

  private mutating func member(_ bytes: Span<UInt8>) throws(JSONParseError) -> JSONObject.Member {
    guard try firstByte(bytes) == Byte.quote else {
      throw failure(.unexpectedByte(bytes[offset]))
    }
    let key = try string(bytes)
    try expect(Byte.colon, bytes)
    return JSONObject.Member(key: key, value: try value(bytes))
  }

  /// Keys that ascend, as in canonical input, are distinct without a further look.
  private func refuseDuplicates(_ members: [JSONObject.Member]) throws(JSONParseError) {
    let keys = members.map(\.key).sorted { $0.precedesInUTF16($1) }
    for (key, next) in zip(keys, keys.dropFirst()) where key.hasSameBytes(as: next) {
      throw failure(.duplicateKey(key))
    }
  }

  private mutating func array(_ bytes: Span<UInt8>) throws(JSONParseError) -> [JSON] {
    try enter()
    defer { depth -= 1 }
    if try firstByte(bytes) == Byte.closeBracket {
      offset += 1
      return []
    }
    var elements: [JSON] = []
    repeat {
      elements.append(try value(bytes))
    } while try continues(bytes, until: Byte.closeBracket)
    return elements
  }

  private mutating func enter() throws(JSONParseError) {
    depth += 1
    guard depth <= Self.depthLimit else { throw failure(.tooDeep(limit: Self.depthLimit)) }
    offset += 1
  }

  /// Reads a comma (true) or the closing byte (false).
  private mutating func continues(
    _ bytes: Span<UInt8>, until close: UInt8
  ) throws(JSONParseError) -> Bool {
    let byte = try firstByte(bytes)
    guard byte == Byte.comma || byte == close else { throw failure(.unexpectedByte(byte)) }
    offset += 1
    return byte == Byte.comma
  }

  private mutating func expect(_ wanted: UInt8, _ bytes: Span<UInt8>) throws(JSONParseError) {
    let byte = try firstByte(bytes)
    guard byte == wanted else { throw failure(.unexpectedByte(byte)) }
    offset += 1
  }

  private mutating func word(
    _ word: StaticString, _ bytes: Span<UInt8>, _ value: JSON
  ) throws(JSONParseError) -> JSON {
    for wanted in word.description.utf8 {
      guard try currentByte(bytes) == wanted else {
        throw failure(.unexpectedByte(bytes[offset]))
      }
      offset += 1
    }
    return value
  }

  /// The byte after any white space.
  private mutating func firstByte(_ bytes: Span<UInt8>) throws(JSONParseError) -> UInt8 {
    skipWhiteSpace(bytes)
    return try currentByte(bytes)
  }

  func currentByte(_ bytes: Span<UInt8>) throws(JSONParseError) -> UInt8 {
    guard offset < bytes.count else { throw failure(.unexpectedEnd) }
    return bytes[offset]
  }

  private mutating func skipWhiteSpace(_ bytes: Span<UInt8>) {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  func failure(_ reason: JSONParseError.Reason) -> JSONParseError {
    JSONParseError(offset: offset, reason: reason)
  }
}
