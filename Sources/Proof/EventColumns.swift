/// The stored columns of one event as PostgreSQL writes them: times in ISO style and UTC, bytes in
/// hexadecimal behind `\x`. One buffer serves all events of a log, one after the other.
package struct EventColumns: Sendable {
  /// In the order in which they are read.
  package enum Column: Int, Sendable, CaseIterable {
    case department, position, stream, streamVersion, type, schemaVersion, commandID, ordinal
    case request, causation, correlation, actor, occurredAt, recordedAt, payload, salt, leafHash
    case form, door, salts
  }

  private(set) var bytes: [UInt8] = []
  /// Where each column begins, and where the last ends.
  private var bounds: [Int] = [0]
  private var absent: UInt32 = 0

  package init() {
    bytes.reserveCapacity(4_096)
    bounds.reserveCapacity(Column.allCases.count + 1)
  }

  /// Makes room for the next event.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    bounds.append(0)
    absent = 0
  }

  /// Adds the next column: what the closure appends, which answers false for NULL.
  package mutating func add(_ write: (inout [UInt8]) -> Bool) {
    if !write(&bytes) { absent |= 1 << UInt32(bounds.count - 1) }
    bounds.append(bytes.count)
  }

  func range(_ column: Column) -> Range<Int> {
    bounds[column.rawValue]..<bounds[column.rawValue + 1]
  }

  package func isAbsent(_ column: Column) -> Bool { absent >> UInt32(column.rawValue) & 1 == 1 }

  package subscript(column: Column) -> ArraySlice<UInt8> { bytes[range(column)] }

  package func text(_ column: Column) -> String { String(decoding: self[column], as: UTF8.self) }

  /// A number without sign; nil for anything else.
  func number(_ column: Column) -> Int? {
    var value = 0
    let digits = range(column)
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    for index in digits {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }

  /// The digits of a column of so many bytes; nil when it holds another number of them.
  func hexadecimal(_ column: Column, bytes count: Int) -> ArraySlice<UInt8>? {
    let digits = range(column)
    return digits.count == 2 + 2 * count ? bytes[(digits.lowerBound + 2)..<digits.upperBound] : nil
  }
}

extension EventColumns {
  /// Of its line: 1 holds texts, 2 commitments to them.
  package var form: Int? { number(.form) }
}
