/// Sends rows of COPY's text format: fields one after the other, then `endRow()`.
package struct CopyWriter: ~Copyable {
  private static let capacity = 65_536

  private let session: Session
  private let deadline: Duration?
  private var rows = CopyRows()

  init(session: Session, deadline: Duration?) {
    self.session = session
    self.deadline = deadline
  }

  package mutating func null() { rows.null() }

  /// Nil is NULL. Text with a NUL character is refused.
  package mutating func text(_ value: String?) throws { try rows.text(value) }

  package mutating func int(_ value: Int64?) { rows.int(value) }

  package mutating func int(_ value: Int?) { rows.int(value) }

  /// Written so that it reads back as the same number.
  package mutating func double(_ value: Double?) { rows.double(value) }

  package mutating func bool(_ value: Bool?) { rows.bool(value) }

  /// `bytea`.
  package mutating func bytes(_ value: [UInt8]?) throws {
    try rows.text(value.map(ByteaText.encode))
  }

  /// An array column.
  package mutating func texts(_ value: [String?]) throws {
    try rows.text(ArrayLiteral.encode(value))
  }

  package mutating func endRow() throws {
    rows.endRow()
    if rows.bytes.count >= Self.capacity { try send() }
  }

  /// Whole rows that were written elsewhere.
  package mutating func append(_ more: CopyRows) throws {
    rows.append(more)
    if rows.bytes.count >= Self.capacity { try send() }
  }

  mutating func finish() throws {
    guard rows.fieldCount == 0 else { throw PostgresError.misuse("the last row was not ended") }
    if !rows.bytes.isEmpty { try send() }
  }

  private mutating func send() throws {
    let (session, deadline) = (session, deadline)
    try rows.bytes.withUnsafeBufferPointer { try session.putCopyData($0, deadline: deadline) }
    rows.removeAll()
  }
}
