/// A day of the proleptic Gregorian calendar, years 1 to 9999, in no particular time zone.
package struct LocalDate: Hashable, Sendable {
  package let year: Int
  /// 1…12
  package let month: Int
  /// 1…31
  package let day: Int

  /// nil if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(known: (year, month, day))
  }

  /// A day counted from 1970-01-01 = 0; stops at 0001-01-01 and 9999-12-31.
  package init(dayNumber: Int) {
    let clamped = min(max(dayNumber, Self.earliest.dayNumber), Self.latest.dayNumber)
    self.init(known: Self.civil(fromDayNumber: clamped))
  }

  private init(known civil: (year: Int, month: Int, day: Int)) {
    (year, month, day) = civil
  }

  package static let earliest = LocalDate(known: (1, 1, 1))
  package static let latest = LocalDate(known: (9999, 12, 31))
}

extension LocalDate: Comparable {
  package static func < (left: LocalDate, right: LocalDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension LocalDate {
  package static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// 28…31; the month must be 1…12.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, negative before.
  package var dayNumber: Int { Self.dayNumber(year: year, month: month, day: day) }

  /// Counts in years that start on March 1, so that a leap day is the last day of its year:
  /// https://howardhinnant.github.io/date_algorithms.html#days_from_civil
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let century = marchYear.floorDivided(by: 100)
    let dayOfMarchYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let leapDays = marchYear.floorDivided(by: 4) - century + century.floorDivided(by: 4)
    return marchYear * 365 + leapDays + dayOfMarchYear - 719_468
  }

  /// The reverse of `dayNumber(year:month:day:)`, by 400-year eras of 146,097 days:
  /// https://howardhinnant.github.io/date_algorithms.html#civil_from_days
  private static func civil(fromDayNumber number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

extension Int {
  /// Division that rounds towards minus infinity.
  func floorDivided(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The remainder of `floorDivided(by:)`: 0..<divisor.
  func floorRemainder(by divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
