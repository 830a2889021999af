/// Base 64 of RFC 4648, section 4, with padding. Reading is strict: nothing but the alphabet, and
/// no bits in the padding, so that one value has one text.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  package static func encode(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let isPadding = place > group.count
        text.append(isPadding ? padding : alphabet[bits >> (18 - 6 * place) & 63])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil for anything that `encode` doesn't write.
  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    let text = Array(text.utf8)
    guard text.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: 4) {
      let isLast = start + 4 == text.count
      guard let group = group(text[start..<start + 4], mayBePadded: isLast) else { return nil }
      bytes += group
    }
    return bytes
  }

  private static func group(_ text: ArraySlice<UInt8>, mayBePadded: Bool) -> [UInt8]? {
    let letters = text.prefix { $0 != padding }
    guard letters.count == 4 || (mayBePadded && letters.count >= 2),
      text.dropFirst(letters.count).allSatisfy({ $0 == padding })
    else { return nil }
    var bits = 0
    for letter in letters {
      guard let value = value(of: letter) else { return nil }
      bits = bits << 6 | value
    }
    let spare = [2: 4, 3: 2, 4: 0][letters.count] ?? 0
    guard bits & ((1 << spare) - 1) == 0 else { return nil }
    bits >>= spare
    return (0..<letters.count - 1).reversed().map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
  }

  private static func value(of letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(letter) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(letter) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(letter) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
