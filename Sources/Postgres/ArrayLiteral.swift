/// PostgreSQL's text form of a one-dimensional array: `{"a","b \"quoted\"",NULL}`.
enum ArrayLiteral {
  static func encode(_ elements: [String]) -> String { encode(elements.map(Optional.some)) }

  /// Writes bytes into memory of the greatest length that escaping can lead to.
  static func encode(_ elements: [String?]) -> String {
    let greatest = elements.reduce(2) { $0 + 2 * ($1?.utf8.count ?? 1) + 3 }
    return String(unsafeUninitializedCapacity: greatest) { buffer in
      var writer = ArrayWriter(buffer: buffer)
      writer.array(elements)
      return writer.count
    }
  }

  /// Nil when the text is not a one-dimensional array with lower bound 1.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [String?]? {
    var reader = ArrayReader(bytes: bytes)
    return reader.array()
  }
}

/// Writes an array literal into memory that is large enough.
private struct ArrayWriter {
  let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func array(_ elements: [String?]) {
    put(UInt8(ascii: "{"))
    for (index, element) in elements.enumerated() {
      if index > 0 { put(UInt8(ascii: ",")) }
      if var element { quoted(&element) } else { for byte in "NULL".utf8 { put(byte) } }
    }
    put(UInt8(ascii: "}"))
  }

  private mutating func quoted(_ element: inout String) {
    put(UInt8(ascii: "\""))
    element.withUTF8 { bytes in
      for byte in bytes {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { put(UInt8(ascii: "\\")) }
        put(byte)
      }
    }
    put(UInt8(ascii: "\""))
  }

  private mutating func put(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }
}

/// Reads an array literal byte by byte.
private struct ArrayReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> UInt8? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func array() -> [String?]? {
    guard next() == UInt8(ascii: "{") else { return nil }
    var elements: [String?] = []
    if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
      return position + 1 == bytes.count ? elements : nil
    }
    while true {
      guard let (element, end) = element() else { return nil }
      elements.append(element)
      if end == UInt8(ascii: "}") { return position == bytes.count ? elements : nil }
    }
  }

  /// One element and the `,` or `}` that ends it.
  mutating func element() -> (String?, UInt8)? {
    guard let first = next(), first != UInt8(ascii: "{") else { return nil }
    if first == UInt8(ascii: "\"") { return quoted() }
    var text = [first]
    while let byte = next() {
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") {
        let word = String(decoding: text, as: UTF8.self)
        return (word == "NULL" ? nil : word, byte)
      }
      text.append(byte)
    }
    return nil
  }

  mutating func quoted() -> (String?, UInt8)? {
    var text: [UInt8] = []
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "\\"):
        guard let escaped = next() else { return nil }
        text.append(escaped)
      case UInt8(ascii: "\""):
        guard let end = next() else { return nil }
        return (String(decoding: text, as: UTF8.self), end)
      default: text.append(byte)
      }
    }
    return nil
  }
}
