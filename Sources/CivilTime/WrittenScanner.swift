/// A time of day on a wall.
struct WrittenClock: Equatable {
  var hour: Int
  var minute: Int
  var second: Int
  var microsecond = 0

  /// Where clocks show the time twice it is the first, where they skip it the first after.
  func instant(of day: LocalDate, in zone: TimeZoneRules) -> Instant {
    zone.instant(of: day, hour: hour, minute: minute, second: second)
      .adding(microseconds: Int64(microsecond))
  }

  func instant(of day: LocalDate, offset: Int) -> Instant {
    let seconds = (hour * 60 + minute) * 60 + second - offset
    return Instant(utc: day, microsecondOfDay: microsecond).adding(seconds: seconds)
  }
}

/// Reads what people write of days from left to right; each step consumes only if it succeeds, or
/// refuses what is a date but can't be taken. The text is folded.
struct WrittenScanner {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ mark: String) -> Bool {
    guard rest.hasPrefix(mark) else { return false }
    rest = rest.dropFirst(mark.count)
    return true
  }

  mutating func digits(_ counts: ClosedRange<Int>) -> (value: Int, count: Int)? {
    let found = rest.prefix { ("0"..."9").contains($0) }
    guard counts.contains(found.count), let value = Int(found) else { return nil }
    rest = rest.dropFirst(found.count)
    return (value, found.count)
  }

  /// Between a day and its time.
  mutating func separator() -> Bool { take(" ") || take("t") }

  /// Whether what was read ends as only days do, so that a time may follow at once: `4月2日9時30分`.
  var isBehindDay: Bool {
    rest.base[..<rest.startIndex].last.map { "日曜)".contains($0) } ?? false
  }

  // MARK: days

  mutating func day(_ reader: DateReader) throws(DateFault) -> LocalDate {
    let start = self
    if let day = try eraDay(reader) { return try weekday(beside: day) }
    self = start
    if let day = try kanjiDay(reader) { return try weekday(beside: day) }
    self = start
    return try weekday(beside: try numericDay(reader))
  }

  /// `2026-4-2`, `2026/04/02`, `2026.4.2`, `20260402`.
  private mutating func numericDay(_ reader: DateReader) throws(DateFault) -> LocalDate {
    guard let first = digits(1...8) else { throw .unreadable }
    if first.count == 8 {
      return try day(first.value / 10_000, first.value / 100 % 100, first.value % 100, reader)
    }
    guard let mark = mark() else { throw .unreadable }
    let isMonthName = rest.first.map { ("a"..."z").contains($0) } ?? false
    if isMonthName { throw first.count == 4 ? .unreadable : .shortYear }
    guard let month = digits(1...2), take(mark), let last = digits(1...4) else {
      // 4/2 alone: the second of April, or of the fourth of February?
      throw first.count < 3 ? .ambiguousOrder : .unreadable
    }
    if first.count == 4, last.count <= 2 {
      return try day(first.value, month.value, last.value, reader)
    }
    throw first.count <= 2 && last.count == 4 ? .ambiguousOrder : .shortYear
  }

  /// `2026年4月2日`, `4月2日`; where days count from today `去年4月2日`, `来月5日` and `15日`, too.
  private mutating func kanjiDay(_ reader: DateReader) throws(DateFault) -> LocalDate? {
    if let distance = take(oneOf: Self.years) {
      guard let month = number("月"), let last = number("日") else { return nil }
      return try day(reader.counting().year + distance, month, last, reader)
    }
    if let distance = take(oneOf: Self.months) {
      guard let last = number("日") else { return nil }
      let month = try reader.counting().startOfMonth.adding(months: distance)
      return try day(month.year, month.month, last, reader)
    }
    guard let first = digits(1...4) else { return nil }
    if first.count <= 2, take("日") { return try reader.day(ofMonth: first.value) }
    if take("年") {
      if first.count < 4 { throw .shortYear }
      guard let month = number("月"), let last = number("日") else { return nil }
      return try day(first.value, month, last, reader)
    }
    guard take("月"), let last = number("日") else { return nil }
    guard LocalDate(year: 2024, month: first.value, day: last) != nil else { throw .notInCalendar }
    let year = try reader.year(ofMonth: first.value, day: last)
    return try day(year, first.value, last, reader)
  }

  /// `令和8年4月2日`, `R8.4.2`, `令和元年5月1日`.
  private mutating func eraDay(_ reader: DateReader) throws(DateFault) -> LocalDate? {
    guard let (era, year) = eraYear() else { return nil }
    let month: Int
    let last: Int
    if take("年") {
      guard let first = number("月"), let second = number("日") else { return nil }
      (month, last) = (first, second)
    } else {
      guard let mark = mark(), let first = digits(1...2), take(mark), let second = digits(1...2)
      else { return nil }
      (month, last) = (first.value, second.value)
    }
    let day = try day(era.firstYear + year - 1, month, last, reader)
    try era.check(day...day)
    return day
  }

  private static let years = [("今年", 0), ("本年", 0), ("去年", -1), ("昨年", -1), ("来年", 1)]
  private static let months = [
    ("今月", 0), ("当月", 0), ("先月", -1), ("前月", -1), ("来月", 1), ("翌月", 1),
  ]

  /// A word and how far from now it is, with `の` behind it or not.
  mutating func take(oneOf words: [(String, Int)]) -> Int? {
    guard let distance = words.first(where: { take($0.0) })?.1 else { return nil }
    _ = take("の")
    return distance
  }

  private mutating func eraYear() -> (era: JapaneseEra, year: Int)? {
    for era in JapaneseEra.allCases where era.marks.contains(where: { take($0) }) {
      _ = take(".") || take(" ")
      if take("元") { return (era, 1) }
      return digits(1...2).flatMap { $0.value > 0 ? (era, $0.value) : nil }
    }
    return nil
  }

  private mutating func mark() -> String? {
    for mark in ["-", "/", "."] where take(mark) { return mark }
    return nil
  }

  private mutating func number(_ unit: String) -> Int? {
    guard let found = digits(1...2), take(unit) else { return nil }
    return found.value
  }

  private func day(
    _ year: Int, _ month: Int, _ day: Int, _ reader: DateReader
  ) throws(DateFault) -> LocalDate {
    try reader.check(year)
    guard let date = LocalDate(year: year, month: month, day: day) else { throw .notInCalendar }
    return date
  }

  /// `(木)`, `（木曜日）` or `木曜日` behind the day, which must be its own.
  private mutating func weekday(beside day: LocalDate) throws(DateFault) -> LocalDate {
    let start = self
    _ = take(" ")
    let isBare = !take("(")
    guard let weekday = weekdayName(), isBare ? isBehindDay : take(")") else {
      self = start
      return day
    }
    guard weekday == day.startOfWeek.days(until: day) else { throw .otherWeekday(day) }
    return day
  }

  /// Days since Monday, by the day's name.
  mutating func weekdayName() -> Int? {
    let names = [
      ["月曜日", "月曜", "monday", "mon", "月"], ["火曜日", "火曜", "tuesday", "tue", "火"],
      ["水曜日", "水曜", "wednesday", "wed", "水"], ["木曜日", "木曜", "thursday", "thu", "木"],
      ["金曜日", "金曜", "friday", "fri", "金"], ["土曜日", "土曜", "saturday", "sat", "土"],
      ["日曜日", "日曜", "sunday", "sun", "日"],
    ]
    for (place, marks) in names.enumerated() where marks.contains(where: { take($0) }) {
      return place
    }
    return nil
  }

  // MARK: periods

  /// `2026-W47`, `2026w47`, `2026年第47週`.
  mutating func week(_ reader: DateReader) throws(DateFault) -> ISOWeek? {
    guard let year = digits(4...4) else { return nil }
    let isKanji = take("年")
    guard isKanji ? take("第") || true : take("-w") || take("w"), let number = digits(1...2),
      !isKanji || take("週")
    else { return nil }
    try reader.check(year.value)
    guard let week = ISOWeek(year: year.value, week: number.value) else { throw .notInCalendar }
    return week
  }

  /// `2026-11`, `2026/4`, `202604`, `2026年4月`, `令和8年4月`, `R8.4`, `11月`.
  mutating func month(_ reader: DateReader) throws(DateFault) -> YearMonth? {
    let start = self
    if let (era, year) = eraYear() {
      guard let month = monthBehind() else { return nil }
      let found = try yearMonth(era.firstYear + year - 1, month, reader)
      try era.check(found.first...found.last)
      return found
    }
    self = start
    guard let first = digits(1...6) else { return nil }
    if first.count == 6 { return try yearMonth(first.value / 100, first.value % 100, reader) }
    if first.count <= 2, take("月") {
      let _ = take("度") || take("分")
      guard isAtEnd else { return nil }
      guard (1...12).contains(first.value) else { throw .notInCalendar }
      return try yearMonth(
        reader.year(ofMonth: first.value, day: 1), first.value, reader)
    }
    guard let month = monthBehind(), isAtEnd else { return nil }
    if first.count != 4 { throw .shortYear }
    return try yearMonth(first.value, month, reader)
  }

  /// A month behind its year.
  private mutating func monthBehind() -> Int? {
    guard take("年") else { return mark() == nil ? nil : digits(1...2)?.value }
    guard let month = number("月") else { return nil }
    let _ = take("度") || take("分")
    return month
  }

  private func yearMonth(
    _ year: Int, _ month: Int, _ reader: DateReader
  ) throws(DateFault) -> YearMonth {
    try reader.check(year)
    guard let found = YearMonth(year: year, month: month) else { throw .notInCalendar }
    return found
  }

  // MARK: times

  /// `10:15`, `9:30:00`, `10時15分`, `午後3時`, `3:15 pm`.
  mutating func clock() throws(DateFault) -> WrittenClock? {
    let start = self
    let half = take("午前") ? 0 : take("午後") ? 12 : nil
    guard let hour = digits(1...2)?.value else { return restored(to: start) }
    var found = WrittenClock(hour: hour, minute: 0, second: 0)
    if take(":") {
      guard let minute = digits(2...2) else { return restored(to: start) }
      found.minute = minute.value
      if take(":") {
        guard let second = digits(2...2) else { return restored(to: start) }
        found.second = second.value
        if take(".") {
          guard let fraction = digits(1...9) else { return restored(to: start) }
          found.microsecond =
            (fraction.count..<9).reduce(fraction.value) { value, _ in value * 10 } / 1_000
        }
      }
    } else {
      guard take("時") else { return restored(to: start) }
      if take("半") { found.minute = 30 } else if let minute = number("分") { found.minute = minute }
    }
    return try settled(found, half ?? halfBehind())
  }

  private mutating func restored(to start: WrittenScanner) -> WrittenClock? {
    self = start
    return nil
  }

  private mutating func halfBehind() -> Int? {
    let start = self
    _ = take(" ")
    if take("am") { return 0 }
    if take("pm") { return 12 }
    self = start
    return nil
  }

  /// - Parameter half: 0 before noon, 12 after, nil for hours from 0 to 23.
  private func settled(_ clock: WrittenClock, _ half: Int?) throws(DateFault) -> WrittenClock {
    var clock = clock
    if let half {
      guard (0...12).contains(clock.hour) else { throw .noSuchTime }
      clock.hour = clock.hour % 12 + half
    }
    guard clock.hour < 24, clock.minute < 60, clock.second < 60 else { throw .noSuchTime }
    return clock
  }

  /// `z` or `+09:00`, in seconds east of UTC.
  mutating func offset() -> Int? {
    if take("z") { return 0 }
    let west = take("-")
    guard west || take("+"), let hours = digits(2...2), take(":"), let minutes = digits(2...2),
      hours.value < 24, minutes.value < 60
    else { return nil }
    return (west ? -1 : 1) * (hours.value * 60 + minutes.value) * 60
  }
}
