extension LocalDate {
  /// Stops at 0001-01-01 and 9999-12-31, as all arithmetic here does.
  package func adding(days: Int) -> LocalDate { LocalDate(dayNumber: dayNumber + days) }

  /// The same day of another month, or that month's last if it is shorter.
  package func adding(months: Int) -> LocalDate {
    let count = year * 12 + month - 1 + months
    let (year, month) = (count.floorDivided(by: 12), count.floorRemainder(by: 12) + 1)
    guard year >= 1 else { return .earliest }
    guard year <= 9999 else { return .latest }
    let day = min(day, Self.days(inMonth: month, of: year))
    return LocalDate(dayNumber: Self.dayNumber(year: year, month: month, day: day))
  }

  /// Positive if the other day is later.
  package func days(until other: LocalDate) -> Int { other.dayNumber - dayNumber }

  /// ISO 8601: Monday = 1 … Sunday = 7.
  package var weekday: Int { (dayNumber + 3).floorRemainder(by: 7) + 1 }

  package var startOfMonth: LocalDate { adding(days: 1 - day) }
  package var endOfMonth: LocalDate {
    adding(days: Self.days(inMonth: month, of: year) - day)
  }

  /// The Monday on or before.
  package var startOfWeek: LocalDate { adding(days: 1 - weekday) }

  /// 1…366
  package var dayOfYear: Int { dayNumber - Self.dayNumber(year: year, month: 1, day: 1) + 1 }
}
