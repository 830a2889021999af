/// A type that reads itself from PostgreSQL's text format.
package protocol ColumnDecodable {
  /// Nil when the bytes are not such a value. The bytes live only during the call.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Self?
}

extension String: ColumnDecodable {
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    String(decoding: bytes, as: UTF8.self)
  }
}

extension Int64: ColumnDecodable {
  /// Decimal digits with an optional minus; nil past the range of 64 bits.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let negative = bytes.first == UInt8(ascii: "-")
    let digits = bytes.dropFirst(negative ? 1 : 0)
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let (shifted, high) = value.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (sum, low) =
        negative
        ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
      if high || low { return nil }
      value = sum
    }
    return value
  }
}

extension Int: ColumnDecodable {
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    Int64.decode(bytes).map { Int($0) }
  }
}

extension Double: ColumnDecodable {
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    Double(String(decoding: bytes, as: UTF8.self))
  }
}

extension Bool: ColumnDecodable {
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    guard bytes.count == 1 else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "t"): return true
    case UInt8(ascii: "f"): return false
    default: return nil
    }
  }
}

extension Array: ColumnDecodable where Element == UInt8 {
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    ByteaText.decode(bytes)
  }
}
