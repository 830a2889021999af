/// Tells RFC 8785 text in one pass over its bytes, without making values. It knows the forms that
/// are met every day; of others (rare numbers, keys beyond ASCII) it says that it can't tell.
struct CanonicalScanner {
  private var index = 0
  private var depth = 0
  private var holdsHighBytes = false

  private static let deepest = 100

  /// False: not canonical, or unknown.
  static func isSurelyCanonical(_ text: Span<UInt8>) -> Bool {
    var scanner = CanonicalScanner()
    guard scanner.value(text), scanner.index == text.count else { return false }
    return !scanner.holdsHighBytes || (try? UTF8Span(validating: text)) != nil
  }

  private mutating func value(_ text: Span<UInt8>) -> Bool {
    guard index < text.count else { return false }
    switch text[index] {
    case Byte.quote: return string(text)
    case Byte.openBrace: return nested { $0.object(text) }
    case Byte.openBracket: return nested { $0.array(text) }
    case UInt8(ascii: "t"): return literal(Self.words.isTrue, text)
    case UInt8(ascii: "f"): return literal(Self.words.isFalse, text)
    case UInt8(ascii: "n"): return literal(Self.words.isNull, text)
    default: return number(text)
    }
  }

  private mutating func nested(_ body: (inout CanonicalScanner) -> Bool) -> Bool {
    depth += 1
    defer { depth -= 1 }
    return depth <= Self.deepest && body(&self)
  }

  private static let words = (
    isTrue: Array("true".utf8), isFalse: Array("false".utf8), isNull: Array("null".utf8)
  )

  private mutating func literal(_ word: [UInt8], _ text: Span<UInt8>) -> Bool {
    word.allSatisfy { take($0, text) }
  }

  /// Takes the byte if it comes next.
  private mutating func take(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
    guard index < text.count, text[index] == byte else { return false }
    index += 1
    return true
  }
}

extension CanonicalScanner {
  private mutating func array(_ text: Span<UInt8>) -> Bool {
    index += 1
    if take(Byte.closeBracket, text) { return true }
    repeat {
      guard value(text) else { return false }
    } while take(Byte.comma, text)
    return take(Byte.closeBracket, text)
  }

  private mutating func object(_ text: Span<UInt8>) -> Bool {
    index += 1
    if take(Byte.closeBrace, text) { return true }
    var last: Range<Int>?
    repeat {
      let start = index + 1
      guard plainKey(text) else { return false }
      let key = start..<index - 1
      if let last, !isBefore(last, key, text) { return false }
      last = key
      guard take(Byte.colon, text), value(text) else { return false }
    } while take(Byte.comma, text)
    return take(Byte.closeBrace, text)
  }

  /// A key of ASCII without escapes, whose bytes sort as RFC 8785 wants them.
  private mutating func plainKey(_ text: Span<UInt8>) -> Bool {
    guard take(Byte.quote, text) else { return false }
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == Byte.quote { return true }
      if byte < 0x20 || byte >= 0x80 || byte == Byte.backslash { return false }
    }
    return false
  }

  private func isBefore(_ left: Range<Int>, _ right: Range<Int>, _ text: Span<UInt8>) -> Bool {
    for place in 0..<min(left.count, right.count) {
      let (a, b) = (text[left.lowerBound + place], text[right.lowerBound + place])
      if a != b { return a < b }
    }
    return left.count < right.count
  }

  private mutating func string(_ text: Span<UInt8>) -> Bool {
    index += 1
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == Byte.quote { return true }
      if byte < 0x20 { return false }
      if byte >= 0x80 { holdsHighBytes = true }
      if byte == Byte.backslash, !escape(text) { return false }
    }
    return false
  }

  private mutating func escape(_ text: Span<UInt8>) -> Bool {
    guard index < text.count else { return false }
    index += 1
    switch text[index - 1] {
    case Byte.quote, Byte.backslash, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      return true
    default: return false
    }
  }
}

extension CanonicalScanner {
  /// Decimal numbers of at most 15 digits, which a double keeps, between the magnitudes that are
  /// written without exponent.
  private mutating func number(_ text: Span<UInt8>) -> Bool {
    _ = take(UInt8(ascii: "-"), text)
    let start = index
    let whole = digits(text)
    guard whole > 0 else { return false }
    let leadsWithZero = text[start] == UInt8(ascii: "0")
    if leadsWithZero, whole > 1 { return false }
    guard take(UInt8(ascii: "."), text) else {
      let isNegativeZero = leadsWithZero && start > 0 && text[start - 1] == UInt8(ascii: "-")
      return whole <= 15 && !isNegativeZero && !hasExponent(text)
    }
    let point = index
    let fraction = digits(text)
    guard fraction > 0, whole + fraction <= 15, text[index - 1] != UInt8(ascii: "0") else {
      return false
    }
    return (!leadsWithZero || isWrittenPlainly(point, text)) && !hasExponent(text)
  }

  private mutating func digits(_ text: Span<UInt8>) -> Int {
    let start = index
    while index < text.count, (0x30...0x39).contains(text[index]) { index += 1 }
    return index - start
  }

  private func hasExponent(_ text: Span<UInt8>) -> Bool {
    index < text.count && text[index] | 0x20 == UInt8(ascii: "e")
  }

  /// Fractions below 0.000001 are written with an exponent.
  private func isWrittenPlainly(_ point: Int, _ text: Span<UInt8>) -> Bool {
    for place in point..<min(point + 6, index) where text[place] != UInt8(ascii: "0") {
      return true
    }
    return false
  }
}
