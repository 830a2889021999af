package import CivilTime

/// Rows in COPY's text format: fields one after the other, then `endRow()`.
package struct CopyRows: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Fields of the row begun.
  private(set) var fieldCount = 0

  package init() {}

  package mutating func null() {
    separate()
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(UInt8(ascii: "N"))
  }

  /// Nil is NULL. Text with a NUL character is refused.
  package mutating func text(_ value: String?) throws {
    guard var value else { return null() }
    try value.withUTF8 { try text(utf8: $0) }
  }

  package mutating func text(utf8 text: UnsafeBufferPointer<UInt8>) throws {
    separate()
    if !text.contains(where: Self.needsCare) { return bytes.append(contentsOf: text) }
    for byte in text {
      if byte == 0 { throw PostgresError.nulInText(parameter: fieldCount) }
      guard Self.needsCare(byte) else {
        bytes.append(byte)
        continue
      }
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(CopyText.letter(for: byte))
    }
  }

  package mutating func int(_ value: Int64?) {
    guard let value else { return null() }
    separate()
    let first = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes[first...].reverse()
  }

  package mutating func int(_ value: Int?) { int(value.map { Int64($0) }) }

  /// Written so that it reads back as the same number.
  package mutating func double(_ value: Double?) {
    guard case .text(let text) = Bind(value) else { return null() }
    plain(text)
  }

  /// `timestamptz`.
  package mutating func instant(_ value: Instant?) {
    guard let value else { return null() }
    separate()
    value.append(to: &bytes)
  }

  package mutating func bool(_ value: Bool?) {
    guard let value else { return null() }
    plain(value ? "t" : "f")
  }

  package mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    fieldCount = 0
  }

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Whole rows of another.
  mutating func append(_ rows: CopyRows) { bytes.append(contentsOf: rows.bytes) }

  /// Text without a character that needs escaping.
  private mutating func plain(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func separate() {
    if fieldCount > 0 { bytes.append(UInt8(ascii: "\t")) }
    fieldCount += 1
  }

  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, UInt8(ascii: "\\"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): true
    default: false
    }
  }
}
