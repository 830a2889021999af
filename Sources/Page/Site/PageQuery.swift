/// What an address asks for besides its page.
struct PageQuery: Sendable, Equatable {
  private var values: [String: String] = [:]

  init() {}

  /// - Parameter text: as in an address, `as-of=2026-10-31&lang=ja`; of a name that comes twice the
  ///   first counts.
  init(_ text: String) {
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Percent.decoded(parts[0]) else { continue }
      guard let value = parts.count > 1 ? Percent.decoded(parts[1]) : "" else { continue }
      if values[name] == nil { values[name] = value }
    }
  }

  /// Nil for what isn't there, and for an empty text.
  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Names and values, by name.
  var all: [(name: String, value: String)] {
    values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// Texts in addresses and forms (`application/x-www-form-urlencoded`).
enum Percent {
  /// Nil for what is no UTF-8.
  static func decoded(_ text: some StringProtocol) -> String? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(text)
    }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard rest.count >= 2, let high = hexadecimal(rest.removeFirst()),
          let low = hexadecimal(rest.removeFirst())
        else { return nil }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    UInt8(String(UnicodeScalar(byte)), radix: 16)
  }

  /// Everything but letters, digits and `-._~/@` is written in percents.
  static func encoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { encoded, byte in
      let scalar = UnicodeScalar(byte)
      let isPlain =
        byte < 0x80
        && (scalar.properties.isAlphabetic || "-._~/@0123456789".unicodeScalars.contains(scalar))
      if isPlain {
        encoded.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.count < 2 ? "0" + digits : digits)
      }
    }
  }
}
