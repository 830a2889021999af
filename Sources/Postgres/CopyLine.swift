import Glibc

/// One row in COPY's text format. It lives only inside the closure that it is handed to.
package struct CopyLine: ~Copyable {
  /// The row as it came, escaped, without the newline.
  package let bytes: UnsafeBufferPointer<UInt8>

  init(_ start: UnsafeMutablePointer<CChar>, length: Int) {
    let raw = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
    let endsLine = length > 0 && raw[length - 1] == UInt8(ascii: "\n")
    bytes = UnsafeBufferPointer(start: raw, count: endsLine ? length - 1 : length)
  }

  /// Unescaped fields; nil for NULL.
  package var fields: [String?] {
    var fields: [String?] = []
    var scratch: [UInt8] = []
    forEachField { _, field in
      let present = CopyText.unescape(field, into: &scratch)
      fields.append(present ? String(decoding: scratch, as: UTF8.self) : nil)
    }
    return fields
  }

  /// Hands over each field as it came, escaped, with its place; nothing is copied. See
  /// ``CopyText/unescape(_:into:)``.
  package func forEachField(
    _ body: (Int, UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    var (number, start) = (0, 0)
    while true {
      let rest = UnsafeBufferPointer(rebasing: bytes[start...])
      let length = CopyText.firstIndex(of: UInt8(ascii: "\t"), in: rest) ?? rest.count
      try body(number, UnsafeBufferPointer(rebasing: rest[..<length]))
      if length == rest.count { return }
      (number, start) = (number + 1, start + length + 1)
    }
  }
}

/// The escapes of COPY's text format.
package enum CopyText {
  /// Replaces `into` with the field's value; false, with nothing in it, for NULL.
  package static func unescape(
    _ field: UnsafeBufferPointer<UInt8>, into value: inout [UInt8]
  ) -> Bool {
    value.removeAll(keepingCapacity: true)
    return append(field, to: &value)
  }

  /// Adds the field's value to what is there; false, with nothing added, for NULL.
  package static func append(
    _ field: UnsafeBufferPointer<UInt8>, to value: inout [UInt8]
  ) -> Bool {
    let slash = UInt8(ascii: "\\")
    guard let first = firstIndex(of: slash, in: field) else {
      value.append(contentsOf: field)
      return true
    }
    if field.count == 2, first == 0, field[1] == UInt8(ascii: "N") { return false }
    value.append(contentsOf: UnsafeBufferPointer(rebasing: field[..<first]))
    var rest = UnsafeBufferPointer(rebasing: field[first...])
    while rest.count > 1 {
      value.append(byte(for: rest[1]))
      rest = UnsafeBufferPointer(rebasing: rest[2...])
      let plain = firstIndex(of: slash, in: rest) ?? rest.count
      value.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<plain]))
      rest = UnsafeBufferPointer(rebasing: rest[plain...])
    }
    // A lone backslash at the end stands for itself.
    value.append(contentsOf: rest)
    return true
  }

  /// The C library looks at many bytes at once.
  fileprivate static func firstIndex(
    of byte: UInt8, in field: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let start = field.baseAddress, let found = memchr(start, Int32(byte), field.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }

  /// The letter that follows the backslash for a byte.
  static func letter(for byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "\n"): UInt8(ascii: "n")
    case UInt8(ascii: "\r"): UInt8(ascii: "r")
    case UInt8(ascii: "\t"): UInt8(ascii: "t")
    default: byte
    }
  }

  private static func byte(for letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "v"): 11
    default: letter
    }
  }
}
