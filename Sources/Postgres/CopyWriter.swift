/// Writes rows in COPY's text format: fields one after the other, then `endRow()`.
package struct CopyWriter: ~Copyable {
  private static let capacity = 65_536

  private let session: Session
  private let deadline: Duration?
  private var buffer: [UInt8] = []
  /// Fields of the row begun.
  private var fieldCount = 0

  init(session: Session, deadline: Duration?) {
    self.session = session
    self.deadline = deadline
    buffer.reserveCapacity(Self.capacity + 4096)
  }

  package mutating func null() {
    separate()
    buffer.append(UInt8(ascii: "\\"))
    buffer.append(UInt8(ascii: "N"))
  }

  /// Nil is NULL. Text with a NUL character is refused.
  package mutating func text(_ value: String?) throws {
    guard var value else { return null() }
    try value.withUTF8 { try text(utf8: $0) }
  }

  package mutating func text(utf8 bytes: UnsafeBufferPointer<UInt8>) throws {
    separate()
    for byte in bytes {
      switch byte {
      case 0: throw PostgresError.nulInText(parameter: fieldCount)
      case UInt8(ascii: "\\"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(CopyText.letter(for: byte))
      default: buffer.append(byte)
      }
    }
  }

  package mutating func int(_ value: Int64?) {
    guard let value else { return null() }
    plain(String(value))
  }

  package mutating func int(_ value: Int?) { int(value.map { Int64($0) }) }

  /// Written so that it reads back as the same number.
  package mutating func double(_ value: Double?) throws {
    guard case .text(let text) = Bind(value) else { return null() }
    plain(text)
  }

  package mutating func bool(_ value: Bool?) {
    guard let value else { return null() }
    plain(value ? "t" : "f")
  }

  /// `bytea`.
  package mutating func bytes(_ value: [UInt8]?) throws {
    try text(value.map(ByteaText.encode))
  }

  /// An array column.
  package mutating func texts(_ value: [String?]) throws { try text(ArrayLiteral.encode(value)) }

  package mutating func endRow() throws {
    buffer.append(UInt8(ascii: "\n"))
    fieldCount = 0
    if buffer.count >= Self.capacity { try send() }
  }

  mutating func finish() throws {
    guard fieldCount == 0 else { throw PostgresError.misuse("the last row was not ended") }
    if !buffer.isEmpty { try send() }
  }

  private mutating func send() throws {
    let (session, deadline) = (session, deadline)
    try buffer.withUnsafeBufferPointer { try session.putCopyData($0, deadline: deadline) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Text without a character that needs escaping.
  private mutating func plain(_ text: String) {
    separate()
    buffer.append(contentsOf: text.utf8)
  }

  private mutating func separate() {
    if fieldCount > 0 { buffer.append(UInt8(ascii: "\t")) }
    fieldCount += 1
  }
}
