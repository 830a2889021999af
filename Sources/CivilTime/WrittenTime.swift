/// What a date or time that a person wrote stands for.
package enum WrittenTime: Hashable, Sendable {
  case day(LocalDate)
  /// A time of day, in the time zone of who reads or with an offset of its own.
  case instant(Instant)

  package func day(in zone: TimeZoneRules) -> LocalDate {
    switch self {
    case .day(let day): day
    case .instant(let instant): zone.date(at: instant)
    }
  }
}

/// What a period that a person wrote stands for.
package enum WrittenPeriod: Hashable, Sendable {
  case day(LocalDate)
  case week(ISOWeek)
  case month(YearMonth)
}
