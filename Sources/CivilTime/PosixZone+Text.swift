extension PosixZone {
  /// nil unless the text is `name offset [name [offset] , start [/time] , end [/time]]`.
  init?(_ text: String) {
    var scanner = Scanner(text)
    guard scanner.zoneName(), let west = scanner.clock(hours: 24) else { return nil }
    standardOffset = -west
    if scanner.isAtEnd {
      daylight = nil
      return
    }
    guard let daylight = scanner.daylight(after: -west), scanner.isAtEnd else { return nil }
    self.daylight = daylight
  }
}

extension Scanner {
  fileprivate mutating func daylight(after standardOffset: Int) -> PosixZone.Daylight? {
    guard zoneName() else { return nil }
    var offset = standardOffset + 3_600
    if next != UInt8(ascii: ",") {
      guard let west = clock(hours: 24) else { return nil }
      offset = -west
    }
    guard take(","), let start = yearlyMoment(), take(","), let end = yearlyMoment() else {
      return nil
    }
    return PosixZone.Daylight(offset: offset, start: start, end: end)
  }

  /// Three or more letters, or letters, digits and signs in `<>`; the name itself is not kept.
  fileprivate mutating func zoneName() -> Bool {
    if take("<") {
      let count = skip { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D }
      return count >= 3 && take(">")
    }
    return skip(while: isLetter) >= 3
  }

  /// `[±]h[h[h]][:mm[:ss]]` in seconds.
  fileprivate mutating func clock(hours limit: Int) -> Int? {
    let negative = take("-")
    if !negative { _ = take("+") }
    guard let (hours, _) = digits(upTo: 3), hours <= limit, let minutes = sixtieth(),
      let seconds = sixtieth()
    else { return nil }
    return (negative ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds)
  }

  /// `:nn` below 60, 0 if there is none.
  private mutating func sixtieth() -> Int? {
    guard take(":") else { return 0 }
    return number(digits: 2).flatMap { $0 < 60 ? $0 : nil }
  }

  private mutating func yearlyMoment() -> YearlyMoment? {
    guard let day = yearlyDay() else { return nil }
    guard take("/") else { return YearlyMoment(day: day, time: 7_200) }
    return clock(hours: 167).map { YearlyMoment(day: day, time: $0) }
  }

  private mutating func yearlyDay() -> YearlyMoment.Day? {
    if take("M") {
      guard let month = number(in: 1...12), take("."), let week = number(in: 1...5), take("."),
        let weekday = number(in: 0...6)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
    if take("J") { return number(in: 1...365).map { .julian($0) } }
    return number(in: 0...365).map { .ordinal($0) }
  }

  private mutating func number(in range: ClosedRange<Int>) -> Int? {
    guard let (value, _) = digits(upTo: 3), range.contains(value) else { return nil }
    return value
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
