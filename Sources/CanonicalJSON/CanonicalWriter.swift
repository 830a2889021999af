/// Writes the RFC 8785 form of a value.
package struct CanonicalWriter {
  private(set) var bytes: [UInt8] = []

  init(about size: Int = 256) { bytes.reserveCapacity(size) }

  package mutating func write(_ value: JSON) {
    switch value {
    case .null: write(ascii: "null")
    case .bool(let flag): write(ascii: flag ? "true" : "false")
    case .number(let number): writeNumber(number)
    case .string(let string): writeString(string)
    case .array(let elements): writeArray(elements)
    case .object(let object): writeObject(object)
    }
  }

  private mutating func writeArray(_ elements: [JSON]) {
    bytes.append(Byte.openBracket)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(Byte.comma) }
      write(element)
    }
    bytes.append(Byte.closeBracket)
  }

  private mutating func writeObject(_ object: JSONObject) {
    bytes.append(Byte.openBrace)
    for (index, member) in object.canonicalMembers.enumerated() {
      if index > 0 { bytes.append(Byte.comma) }
      writeString(member.key)
      bytes.append(Byte.colon)
      write(member.value)
    }
    bytes.append(Byte.closeBrace)
  }

  /// Writes an object with one more member, whose value `body` writes.
  mutating func write(
    _ object: JSONObject, with key: String, _ body: (inout CanonicalWriter) -> Void
  ) {
    var whole = object
    whole[key] = .null
    bytes.append(Byte.openBrace)
    for (index, member) in whole.canonicalMembers.enumerated() {
      if index > 0 { bytes.append(Byte.comma) }
      writeString(member.key)
      bytes.append(Byte.colon)
      if member.key.hasSameBytes(as: key) { body(&self) } else { write(member.value) }
    }
    bytes.append(Byte.closeBrace)
  }

  private mutating func writeString(_ string: String) {
    bytes.append(Byte.quote)
    if needsEscapes(string.utf8Span.span) {
      for byte in string.utf8 { writeEscaped(byte) }
    } else {
      bytes.append(contentsOf: string.utf8)
    }
    bytes.append(Byte.quote)
  }

  private func needsEscapes(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte == Byte.quote || byte == Byte.backslash { return true }
    }
    return false
  }

  /// The escapes of RFC 8785 §3.2.2.2: two characters where JSON has them, else `\u00xx`.
  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case 0x08: write(ascii: #"\b"#)
    case 0x09: write(ascii: #"\t"#)
    case 0x0A: write(ascii: #"\n"#)
    case 0x0C: write(ascii: #"\f"#)
    case 0x0D: write(ascii: #"\r"#)
    case Byte.quote: write(ascii: #"\""#)
    case Byte.backslash: write(ascii: #"\\"#)
    case 0..<0x10: write(ascii: #"\u000"# + String(byte, radix: 16))
    case 0x10..<0x20: write(ascii: #"\u00"# + String(byte, radix: 16))
    default: bytes.append(byte)
    }
  }

  /// Writes what is canonical already, such as braces, keys in order, and text without escapes.
  package mutating func write(ascii text: String) { bytes.append(contentsOf: text.utf8) }

  /// A finite number, or null.
  package mutating func write(_ number: Double?) {
    if let number { writeNumber(number) } else { write(ascii: "null") }
  }
}

extension JSON {
  /// The RFC 8785 form: no white space, sorted keys, shortest numbers, fewest escapes.
  package var canonicalBytes: [UInt8] {
    var writer = CanonicalWriter()
    writer.write(self)
    return writer.bytes
  }

  /// The RFC 8785 form of an object with one more member, whose value is written straight into it:
  /// for a value too large to be made first.
  /// - Parameter size: about how many bytes that takes.
  package static func canonicalBytes(
    _ object: JSONObject, with key: String, about size: Int,
    _ body: (inout CanonicalWriter) -> Void
  ) -> [UInt8] {
    var writer = CanonicalWriter(about: size)
    writer.write(object, with: key, body)
    return writer.bytes
  }

  /// `canonicalBytes` as text.
  package var canonical: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// Whether the bytes are JSON and already in the form that `canonicalBytes` gives.
  package static func isCanonical(bytes: [UInt8]) -> Bool { isCanonical(bytes.span) }

  package static func isCanonical(_ bytes: Span<UInt8>) -> Bool {
    if CanonicalScanner.isSurelyCanonical(bytes) { return true }
    guard let value = try? JSON(parsing: bytes) else { return false }
    let canonical = value.canonicalBytes
    guard canonical.count == bytes.count else { return false }
    for index in bytes.indices where canonical[index] != bytes[index] { return false }
    return true
  }
}
