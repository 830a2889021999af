package import CivilTime

extension Instant: ColumnDecodable {
  /// `timestamptz` as every connection here shows it: in UTC, `2026-11-22 00:10:01.5+00`. Nil
  /// outside the years 1 to 9999.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasSuffix("+00"), let space = text.firstIndex(of: " ") else { return nil }
    return Instant(rfc3339: "\(text[..<space])T\(text[text.index(after: space)...]):00")
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
