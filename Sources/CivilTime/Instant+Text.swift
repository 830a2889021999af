extension Instant: CustomStringConvertible {
  package var description: String { rfc3339 }

  /// RFC 3339 in UTC with six decimals, `2026-11-22T00:10:01.000000Z`: always as long, so that
  /// text sorts as time does. For years 1 to 9999.
  package var rfc3339: String { "\(LocalDateTime(self))Z" }

  /// Adds `rfc3339` to a text that is being written.
  package func append(to text: inout [UInt8]) {
    LocalDateTime(self).append(to: &text)
    text.append(UInt8(ascii: "Z"))
  }

  /// Reads RFC 3339: the offset is required, `T` and `Z` may be lower case, up to nine decimals
  /// are cut to microseconds. nil for anything else, a leap second `:60` included.
  package init?(rfc3339 text: String) {
    var scanner = Scanner(text)
    guard let date = scanner.date(), scanner.take("T") || scanner.take("t"),
      let time = scanner.timeOfDay(), let offset = scanner.offset(), scanner.isAtEnd
    else { return nil }
    let local = Instant(utc: date, microsecondOfDay: time)
    self = local.adding(seconds: -offset)
  }

  init(utc date: LocalDate, microsecondOfDay: Int) {
    self.init(microseconds: Int64(date.dayNumber * 86_400_000_000 + microsecondOfDay))
  }
}

extension Scanner {
  /// `HH:MM:SS` with an optional fraction, in microseconds since midnight.
  fileprivate mutating func timeOfDay() -> Int? {
    guard let hour = number(digits: 2), hour < 24, take(":"), let minute = number(digits: 2),
      minute < 60, take(":"), let second = number(digits: 2), second < 60,
      let fraction = fraction()
    else { return nil }
    return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
  }

  /// Microseconds; 0 if no point follows, nil if no digit or too many follow the point.
  private mutating func fraction() -> Int? {
    guard take(".") else { return 0 }
    guard let (value, count) = digits(upTo: 9) else { return nil }
    let nanoseconds = (count..<9).reduce(value) { value, _ in value * 10 }
    return nanoseconds / 1_000
  }

  /// `Z` or `±HH:MM`, in seconds east of UTC.
  fileprivate mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let west = take("-")
    guard west || take("+"), let hours = number(digits: 2), hours < 24, take(":"),
      let minutes = number(digits: 2), minutes < 60
    else { return nil }
    return (west ? -1 : 1) * (hours * 60 + minutes) * 60
  }
}
