extension JSONParser {
  /// A number of RFC 8259's grammar, rounded to the nearest double.
  mutating func number(_ bytes: Span<UInt8>) throws(JSONParseError) -> Double {
    let start = offset
    let negative = bytes[offset] == Byte.minus
    if negative { offset += 1 }
    var decimal = Decimal()
    try integerPart(bytes, &decimal)
    try fraction(bytes, &decimal)
    try exponent(bytes, &decimal)
    if let exact = decimal.exactDouble { return negative ? -exact : exact }
    return try nearestDouble(bytes, from: start)
  }

  private mutating func integerPart(
    _ bytes: Span<UInt8>, _ decimal: inout Decimal
  ) throws(JSONParseError) {
    let startsWithZero = try currentByte(bytes) == Byte.zero
    let count = try digits(bytes, &decimal)
    guard count == 1 || !startsWithZero else {
      throw JSONParseError(offset: offset - count, reason: .leadingZero)
    }
  }

  private mutating func fraction(
    _ bytes: Span<UInt8>, _ decimal: inout Decimal
  ) throws(JSONParseError) {
    guard offset < bytes.count, bytes[offset] == Byte.point else { return }
    offset += 1
    decimal.exponent -= try digits(bytes, &decimal)
  }

  private mutating func exponent(
    _ bytes: Span<UInt8>, _ decimal: inout Decimal
  ) throws(JSONParseError) {
    guard offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") else { return }
    offset += 1
    let sign = try currentByte(bytes)
    if sign == Byte.plus || sign == Byte.minus { offset += 1 }
    var power = Decimal()
    _ = try digits(bytes, &power)
    let magnitude = power.isExact ? Int(power.mantissa) : Int(Int32.max)
    decimal.exponent += sign == Byte.minus ? -magnitude : magnitude
  }

  /// Reads one digit or more and says how many.
  private mutating func digits(
    _ bytes: Span<UInt8>, _ decimal: inout Decimal
  ) throws(JSONParseError) -> Int {
    let start = offset
    while offset < bytes.count, case let digit = bytes[offset] &- Byte.zero, digit < 10 {
      decimal.append(digit)
      offset += 1
    }
    if offset == start { throw failure(.unexpectedByte(try currentByte(bytes))) }
    return offset - start
  }

  private func nearestDouble(
    _ bytes: Span<UInt8>, from start: Int
  ) throws(JSONParseError) -> Double {
    var text = ""
    for index in start..<offset { text.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    guard let number = Double(text), number.isFinite else {
      throw JSONParseError(offset: start, reason: .numberOutOfRange)
    }
    return number
  }
}

/// `mantissa` × 10^`exponent`, as long as the mantissa is exact as a double.
private struct Decimal {
  private(set) var mantissa: UInt64 = 0
  private(set) var isExact = true
  var exponent = 0

  mutating func append(_ digit: UInt8) {
    guard isExact else { return }
    mantissa = mantissa * 10 + UInt64(digit)
    if mantissa > 1 << 53 { isExact = false }
  }

  /// Clinger's fast path: an exact mantissa times or over an exact power of ten rounds once.
  var exactDouble: Double? {
    guard isExact, exponent.magnitude <= 22 else { return nil }
    let power = Self.powersOfTen[Int(exponent.magnitude)]
    return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
