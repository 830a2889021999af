extension JSONParser {
  /// A string from its opening quote to past its closing one.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONParseError) -> String {
    offset += 1
    let start = offset
    try skipPlain(bytes)
    if bytes[offset] == Byte.quote {
      defer { offset += 1 }
      return try text(bytes.extracting(start..<offset), from: start)
    }
    return try escapedString(bytes, from: start)
  }

  /// Goes on to the next quote or backslash; refuses control characters.
  private mutating func skipPlain(_ bytes: Span<UInt8>) throws(JSONParseError) {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == Byte.quote || byte == Byte.backslash { return }
      if byte < 0x20 { throw failure(.controlCharacter(byte)) }
      offset += 1
    }
    throw failure(.unexpectedEnd)
  }

  /// Goes on from the first backslash of a string whose text began at `start`.
  private mutating func escapedString(
    _ bytes: Span<UInt8>, from start: Int
  ) throws(JSONParseError) -> String {
    var unescaped: [UInt8] = []
    var plainStart = start
    while true {
      for index in plainStart..<offset { unescaped.append(bytes[index]) }
      if bytes[offset] == Byte.quote { break }
      offset += 1
      try escape(bytes, into: &unescaped)
      plainStart = offset
      try skipPlain(bytes)
    }
    offset += 1
    return try text(unescaped.span, from: start)
  }

  private mutating func escape(
    _ bytes: Span<UInt8>, into unescaped: inout [UInt8]
  ) throws(JSONParseError) {
    let byte = try currentByte(bytes)
    switch byte {
    case Byte.quote, Byte.backslash, UInt8(ascii: "/"): unescaped.append(byte)
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "u"):
      offset += 1
      return unescaped.append(contentsOf: String(try unicodeEscape(bytes)).utf8)
    default: throw failure(.invalidEscape)
    }
    offset += 1
  }

  /// Four hexadecimal digits, or two times four with `\u` between for a surrogate pair.
  private mutating func unicodeEscape(
    _ bytes: Span<UInt8>
  ) throws(JSONParseError) -> Unicode.Scalar {
    let start = offset - 2
    let first = try hexadecimal(bytes)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, bytes.count - offset >= 6, bytes[offset] == Byte.backslash,
      bytes[offset + 1] == UInt8(ascii: "u")
    else { throw JSONParseError(offset: start, reason: .loneSurrogate) }
    offset += 2
    let second = try hexadecimal(bytes)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONParseError(offset: start, reason: .loneSurrogate) }
    return scalar
  }

  private mutating func hexadecimal(_ bytes: Span<UInt8>) throws(JSONParseError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = try currentByte(bytes)
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure(.invalidEscape)
      }
      value = value << 4 + UInt32(digit)
      offset += 1
    }
    return value
  }

  private func text(_ bytes: Span<UInt8>, from start: Int) throws(JSONParseError) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes))
    } catch {
      throw JSONParseError(offset: start, reason: .invalidUTF8)
    }
  }
}
