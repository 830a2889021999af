package import CivilTime

extension Instant: ColumnDecodable {
  /// `timestamptz` as every connection here shows it: in UTC, `2026-11-22 00:10:01.5+00`. Nil
  /// outside the years 1 to 9999.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
    guard bytes.count > 13, bytes[10] == UInt8(ascii: " "),
      bytes.suffix(3).elementsEqual("+00".utf8)
    else { return nil }
    var text = Array(bytes.dropLast(3))
    text[10] = UInt8(ascii: "T")
    text.append(UInt8(ascii: "Z"))
    return Instant(rfc3339: String(decoding: text, as: UTF8.self))
  }
}

extension LocalDate: ColumnDecodable {
  /// `date`. Nil outside the years 1 to 9999.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> LocalDate? {
    LocalDate(iso: String(decoding: bytes, as: UTF8.self))
  }
}

extension Bind {
  /// `timestamptz`.
  package init(_ value: Instant?) { self.init(value?.rfc3339) }
  /// `date`.
  package init(_ value: LocalDate?) { self.init(value?.description) }
}

extension Query.Interpolation {
  package mutating func appendInterpolation(_ value: Instant?) { appendInterpolation(Bind(value)) }
  package mutating func appendInterpolation(_ value: LocalDate?) {
    appendInterpolation(Bind(value))
  }
}

extension Row {
  package func instant(_ column: Column) throws -> Instant { try decode(column) }
  package func instantIfPresent(_ column: Column) throws -> Instant? {
    try decodeIfPresent(column)
  }
  package func date(_ column: Column) throws -> LocalDate { try decode(column) }
  package func dateIfPresent(_ column: Column) throws -> LocalDate? { try decodeIfPresent(column) }
}
