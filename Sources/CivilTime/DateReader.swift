import Bilingual

/// Reads dates, times and periods as people write them: `2026-04-02`, `2026/4/2`, `2026年4月2日`,
/// `令和8年4月2日`, `R8.4.2`, with a time of day behind (`10:15`), in any width. What could mean two
/// days is refused.
package struct DateReader: Sendable {
  /// Where the text stands.
  package enum Place: Hashable, Sendable {
    /// An option or a prompt: days count from today. One without a year is the latest that has
    /// come, or where it is due the next to come.
    case typed(due: Bool = false)
    /// A file, whose days have a year, or the one given. Numbers of Excel's stand for days only
    /// where that is said.
    case file(year: Int? = nil, serials: Bool = false)
  }

  let today: LocalDate
  let zone: TimeZoneRules
  let place: Place

  package init(_ place: Place = .typed(), today: LocalDate, zone: TimeZoneRules = .utc) {
    (self.place, self.today, self.zone) = (place, today, zone)
  }

  /// Whether the texts stand in a file.
  package var isOfFile: Bool {
    if case .file = place { return true }
    return false
  }

  package func day(_ text: String) throws(DateFault) -> LocalDate {
    try time(text).day(in: zone)
  }

  /// A day, or a time of a day.
  package func time(_ text: String) throws(DateFault) -> WrittenTime {
    if let instant = Instant(rfc3339: text) {
      try check(LocalDateTime(instant).date.year)
      return .instant(instant)
    }
    let text = Self.folded(text)
    if let serial = try serial(text) { return serial }
    if let day = try relativeDay(text) { return .day(day) }
    if let instant = try relativeTime(text) { return .instant(instant) }
    var scanner = WrittenScanner(text)
    let start = scanner
    if let clock = try scanner.clock(), scanner.isAtEnd { return try today(at: clock) }
    scanner = start
    let day = try scanner.day(self)
    if scanner.isAtEnd { return .day(day) }
    guard scanner.separator() || scanner.isBehindDay, let clock = try scanner.clock() else {
      throw .unreadable
    }
    if let offset = scanner.offset(), scanner.isAtEnd {
      return .instant(clock.instant(of: day, offset: offset))
    }
    guard scanner.isAtEnd else { throw .unreadable }
    return .instant(clock.instant(of: day, in: zone))
  }

  /// A week, a month, or a day within one.
  package func period(_ text: String) throws(DateFault) -> WrittenPeriod {
    let folded = Self.folded(text)
    if let period = try relativePeriod(folded) { return period }
    var scanner = WrittenScanner(folded)
    if let week = try scanner.week(self), scanner.isAtEnd { return .week(week) }
    scanner = WrittenScanner(folded)
    if let month = try scanner.month(self), scanner.isAtEnd { return .month(month) }
    return .day(try time(text).day(in: zone))
  }

  private func today(at clock: WrittenClock) throws(DateFault) -> WrittenTime {
    guard case .typed = place else { throw .timeAlone }
    return .instant(clock.instant(of: today, in: zone))
  }

  /// Half-width, in lower case, with single spaces.
  static func folded(_ text: String) -> String {
    text.halfWidth.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The year of a day that was written without one.
  func year(ofMonth month: Int, day: Int) throws(DateFault) -> Int {
    switch place {
    case .file(let year?, _): return year
    case .file(nil, _): throw .noYear
    case .typed(let isDue):
      // 29 February is up to eight years away.
      for distance in 0...8 {
        let year = today.year + (isDue ? distance : -distance)
        guard let date = LocalDate(year: year, month: month, day: day) else { continue }
        if isDue ? date >= today : date <= today { return year }
      }
      throw .notInCalendar
    }
  }

  /// The day of the month that has come last, or where it is due the one that comes next.
  func day(ofMonth number: Int) throws(DateFault) -> LocalDate {
    _ = try counting()
    let isDue = place == .typed(due: true)
    // Of three months in a row one has 31 days.
    for distance in 0...2 {
      let month = today.startOfMonth.adding(months: isDue ? distance : -distance)
      guard let date = LocalDate(year: month.year, month: month.month, day: number) else {
        continue
      }
      if isDue ? date >= today : date <= today { return date }
    }
    throw .notInCalendar
  }

  /// Today, where days count from it.
  func counting() throws(DateFault) -> LocalDate {
    guard case .typed = place else { throw .relative }
    return today
  }

  func check(_ year: Int) throws(DateFault) {
    if year < 1868 { throw .strangeYear(year) }
  }

  /// A number by which Excel counts days; midnight is the day itself.
  private func serial(_ text: String) throws(DateFault) -> WrittenTime? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 5,
      parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }), parts.last != ""
    else { return nil }
    guard case .file(_, true) = place, let number = Double(text) else { throw .serial }
    return ExcelDate(number, is1904: false)?.time(in: zone)
  }
}

extension LocalDate {
  /// A day as people type it, counted from today where it says so; nil for anything else. A day
  /// without a year is the latest that has come.
  package static func parse(_ text: String, today: LocalDate) -> LocalDate? {
    guard case .day(let day)? = try? DateReader(today: today).time(text) else { return nil }
    return day
  }
}
