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
    var text: [UInt8] = []
    text.reserveCapacity(26)
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func append(to text: inout [UInt8]) {
    text.append(date.year, digits: 4)
    text.append(UInt8(ascii: "-"), date.month, digits: 2)
    text.append(UInt8(ascii: "-"), date.day, digits: 2)
    text.append(UInt8(ascii: "T"), hour, digits: 2)
    text.append(UInt8(ascii: ":"), minute, digits: 2)
    text.append(UInt8(ascii: ":"), second, digits: 2)
    text.append(UInt8(ascii: "."), microsecond, digits: 6)
  }
}

extension [UInt8] {
  /// A mark and the last `digits` decimal digits of a number from 0, as ASCII: logs have many.
  fileprivate mutating func append(_ mark: UInt8, _ number: Int, digits: Int) {
    append(mark)
    append(number, digits: digits)
  }

  fileprivate mutating func append(_ number: Int, digits: Int) {
    append(contentsOf: repeatElement(0x30, count: digits))
    var (place, rest) = (count, number)
    for _ in 0..<digits {
      place -= 1
      self[place] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
