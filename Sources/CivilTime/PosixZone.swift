/// The rule after a zone file's last change, in the notation of POSIX TZ with the extensions of
/// RFC 9636 §3.3.1: `JST-9`, `EST5EDT,M3.2.0,M11.1.0`, `<+1030>-10:30<+11>-11,M10.1.0,M4.1.0`.
struct PosixZone: Sendable, Equatable {
  /// Seconds east of UTC.
  let standardOffset: Int
  /// nil: no daylight saving time.
  let daylight: Daylight?

  struct Daylight: Sendable, Equatable {
    let offset: Int
    let start: YearlyMoment
    let end: YearlyMoment
  }

  /// Seconds east of UTC at a second since 1970, from the latest change up to it.
  func offset(at second: Int) -> Int {
    changes(around: second).last { $0.second <= second }?.offset ?? standardOffset
  }

  /// The changes of the year that holds the second and of its two neighbors, ascending. Of two at
  /// once, as where daylight saving time lasts all year, the start comes last and so holds.
  func changes(around second: Int) -> [OffsetChange] {
    guard let daylight else { return [] }
    let year = LocalDate(dayNumber: second.floorDivided(by: 86_400)).year
    let changes = (year - 1...year + 1).flatMap { year in
      [
        OffsetChange(
          second: daylight.end.second(of: year) - daylight.offset, offset: standardOffset),
        OffsetChange(
          second: daylight.start.second(of: year) - standardOffset, offset: daylight.offset),
      ]
    }
    return changes.sorted {
      ($0.second, $0.offset == daylight.offset ? 1 : 0)
        < ($1.second, $1.offset == daylight.offset ? 1 : 0)
    }
  }
}

/// A day that comes every year and a time on it, which may lie days before or after.
struct YearlyMoment: Sendable, Equatable {
  enum Day: Sendable, Equatable {
    /// `Jn`: 1…365, February 29 never counted.
    case julian(Int)
    /// `n`: 0…365, February 29 counted.
    case ordinal(Int)
    /// `Mm.w.d`: the w-th weekday d (0 = Sunday) of the month, the last if w is 5.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  let day: Day
  /// Seconds after midnight, −167 to 167 hours.
  let time: Int

  /// Seconds since 1970 on the local clock.
  func second(of year: Int) -> Int { dayNumber(of: year) * 86_400 + time }

  private func dayNumber(of year: Int) -> Int {
    let newYear = LocalDate.dayNumber(year: year, month: 1, day: 1)
    switch day {
    case .ordinal(let number): return newYear + number
    case .julian(let number):
      return newYear + number - 1 + (number > 59 && LocalDate.isLeap(year: year) ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = LocalDate.dayNumber(year: year, month: month, day: 1)
      let weekdayOfFirst = (first + 4).floorRemainder(by: 7)
      let offset = (weekday - weekdayOfFirst).floorRemainder(by: 7) + (week - 1) * 7
      return first + (offset < LocalDate.days(inMonth: month, of: year) ? offset : offset - 7)
    }
  }
}
