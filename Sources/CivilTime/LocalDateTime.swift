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
    "\(date)T\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))"
      + ".\(microsecond.padded(to: 6))"
  }
}
