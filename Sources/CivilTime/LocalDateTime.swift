/// A reading of a calendar and a clock on the wall, in no particular time zone.
package struct LocalDateTime: Hashable, Sendable {
  package let date: LocalDate
  /// 0…23
  package let hour: Int
  /// 0…59
  package let minute: Int
  /// 0…59
  package let second: Int
  /// 0…999,999
  package let microsecond: Int

  /// The reading where clocks are `offset` seconds ahead of UTC.
  package init(_ instant: Instant, offset: Int = 0) {
    let local = Int(instant.microseconds) + offset * 1_000_000
    let microsecondOfDay = local.floorRemainder(by: 86_400_000_000)
    date = LocalDate(dayNumber: local.floorDivided(by: 86_400_000_000))
    hour = microsecondOfDay / 3_600_000_000
    minute = microsecondOfDay / 60_000_000 % 60
    second = microsecondOfDay / 1_000_000 % 60
    microsecond = microsecondOfDay % 1_000_000
  }

}

extension LocalDateTime: CustomStringConvertible {
  /// `2026-11-22T00:10:01.000000`
  package var description: String {
    var text = Array(date.description.utf8)
    text.reserveCapacity(26)
    text.append(UInt8(ascii: "T"), hour, digits: 2)
    text.append(UInt8(ascii: ":"), minute, digits: 2)
    text.append(UInt8(ascii: ":"), second, digits: 2)
    text.append(UInt8(ascii: "."), microsecond, digits: 6)
    return String(decoding: text, as: UTF8.self)
  }
}

extension [UInt8] {
  /// A mark and the last `digits` decimal digits of a number from 0, as ASCII: logs have many.
  fileprivate mutating func append(_ mark: UInt8, _ number: Int, digits: Int) {
    append(mark)
    var power = (1..<digits).reduce(1) { power, _ in power * 10 }
    while power > 0 {
      append(0x30 + UInt8(number / power % 10))
      power /= 10
    }
  }
}
