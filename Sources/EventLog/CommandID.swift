package import CivilTime

/// The identity of one command: a UUID. Appending under an id twice is safe: the
/// second time answers with the first result.
package struct CommandID: Hashable, Sendable, CustomStringConvertible {
  /// Lower-case hexadecimal with hyphens.
  package let rawValue: String
  package var description: String { rawValue }

  /// Reads a UUID as PostgreSQL writes it; letters may be of either case.
  package init?(_ text: String) {
    guard text.utf8.count == 36 else { return nil }
    for (place, byte) in text.utf8.enumerated() {
      let isHyphen = place == 8 || place == 13 || place == 18 || place == 23
      guard isHyphen ? byte == UInt8(ascii: "-") : Self.isHexDigit(byte) else { return nil }
    }
    rawValue = text.lowercased()
  }

  /// A version 7 UUID (RFC 9562): the millisecond in which the command was given, and random bits.
  package static func given(at moment: Instant) -> CommandID {
    let time = withUnsafeBytes(of: (moment.microseconds / 1_000).bigEndian) { Array($0.suffix(6)) }
    return CommandID(bytes: time + RandomBytes.make(10), version: 7)
  }

  /// When the command was given; nil where the id doesn't say.
  package var givenAt: Instant? {
    let digits = rawValue.filter { $0 != "-" }
    guard digits.dropFirst(12).first == "7" else { return nil }
    return Int64(digits.prefix(12), radix: 16).map { Instant(microseconds: $0 * 1_000) }
  }

  /// The identity of the n-th of several commands that are given as one, n from 0: always the same,
  /// and given at the same time.
  package func part(_ number: Int) -> CommandID {
    if number == 0 { return self }
    let digits = rawValue.filter { $0 != "-" }.utf8.map {
      UInt8(String(UnicodeScalar($0)), radix: 16)!
    }
    var bytes = stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    let count = UInt16(bytes[14]) << 8 | UInt16(bytes[15])
    let moved = count &+ UInt16(truncatingIfNeeded: number)
    (bytes[14], bytes[15]) = (UInt8(moved >> 8), UInt8(moved & 0xFF))
    return CommandID(bytes: bytes, version: digits[12])
  }

  /// A version 4 UUID from the system's random numbers.
  package static func random() -> CommandID {
    CommandID(bytes: RandomBytes.make(16), version: 4)
  }

  /// A UUID of the given version whose other bits are those of `bytes` (16 or more).
  package init(bytes: [UInt8], version: UInt8) {
    var bytes = Array(bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0F | version << 4
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    let ends = [4, 6, 8, 10, 16]
    rawValue = zip([0] + ends, ends).map { digits[$0..<$1].joined() }.joined(separator: "-")
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
