/// A week of ISO 8601: Monday to Sunday, of the year that holds its Thursday.
package struct ISOWeek: Hashable, Sendable {
  package let year: Int
  /// 1…53
  package let week: Int

  package init(containing date: LocalDate) {
    let thursday = date.startOfWeek.adding(days: 3)
    year = thursday.year
    week = (thursday.dayOfYear - 1) / 7 + 1
  }

  /// nil if the year has no such week.
  package init?(year: Int, week: Int) {
    guard (1...53).contains(week), let fourth = LocalDate(year: year, month: 1, day: 4) else {
      return nil
    }
    self.init(containing: fourth.adding(days: (week - 1) * 7))
    guard self.year == year else { return nil }
  }

  package var monday: LocalDate {
    let fourth = LocalDate.dayNumber(year: year, month: 1, day: 4)
    return LocalDate(dayNumber: fourth).startOfWeek.adding(days: (week - 1) * 7)
  }
  package var sunday: LocalDate { monday.adding(days: 6) }
  package var span: DateSpan { DateSpan(monday...sunday) }

  package func adding(weeks: Int) -> ISOWeek {
    ISOWeek(containing: monday.adding(days: weeks * 7))
  }
  package var next: ISOWeek { adding(weeks: 1) }
  package var previous: ISOWeek { adding(weeks: -1) }

  /// The week as Japanese reports count it: the n-th (1…5) of the month of its Thursday.
  package var monthAndOrdinal: (year: Int, month: Int, ordinal: Int) {
    let thursday = monday.adding(days: 3)
    return (thursday.year, thursday.month, (thursday.day - 1) / 7 + 1)
  }
}

extension ISOWeek: Comparable {
  package static func < (left: ISOWeek, right: ISOWeek) -> Bool {
    (left.year, left.week) < (right.year, right.week)
  }
}

extension ISOWeek: CustomStringConvertible {
  /// ISO 8601: `2026-W47`.
  package var description: String { "\(year.padded(to: 4))-W\(week.padded(to: 2))" }

  /// Reads exactly `YYYY-Www`; nil for anything else or a week the year has not.
  package init?(iso text: String) {
    var scanner = Scanner(text)
    guard let year = scanner.number(digits: 4), scanner.take("-"), scanner.take("W"),
      let week = scanner.number(digits: 2), scanner.isAtEnd
    else { return nil }
    self.init(year: year, week: week)
  }
}
