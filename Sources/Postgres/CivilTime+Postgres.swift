package import CivilTime

extension Instant: ColumnDecodable {
  /// `timestamptz` as every connection here shows it: in UTC, `2026-11-22 00:10:01.5+00`. Nil
  /// outside the years 1 to 9999.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
    guard bytes.count >= 22, bytes[10] == UInt8(ascii: " "),
      bytes.suffix(3).elementsEqual("+00".utf8), let date = date(bytes),
      let seconds = secondOfDay(bytes), let fraction = fraction(bytes[19..<bytes.count - 3])
    else { return nil }
    let second = Int64(date.dayNumber) * 86_400 + Int64(seconds)
    return Instant(microseconds: second * 1_000_000 + Int64(fraction))
  }

  /// `YYYY-MM-DD` at the start.
  private static func date(_ bytes: UnsafeBufferPointer<UInt8>) -> LocalDate? {
    guard let year = number(bytes[0..<4]), bytes[4] == UInt8(ascii: "-"),
      let month = number(bytes[5..<7]), bytes[7] == UInt8(ascii: "-"),
      let day = number(bytes[8..<10])
    else { return nil }
    return LocalDate(year: year, month: month, day: day)
  }

  /// `HH:MM:SS` from the eleventh byte on.
  private static func secondOfDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let hour = number(bytes[11..<13]), hour < 24, bytes[13] == UInt8(ascii: ":"),
      let minute = number(bytes[14..<16]), minute < 60, bytes[16] == UInt8(ascii: ":"),
      let second = number(bytes[17..<19]), second < 60
    else { return nil }
    return (hour * 60 + minute) * 60 + second
  }

  /// A point and one to six digits, in microseconds; 0 without them.
  private static func fraction(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let point = bytes.first else { return 0 }
    guard point == UInt8(ascii: "."), (2...7).contains(bytes.count),
      let value = number(bytes.dropFirst())
    else { return nil }
    return (bytes.count..<7).reduce(value) { value, _ in value * 10 }
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
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
}
