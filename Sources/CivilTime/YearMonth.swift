/// A month of a year, from 0001-01 to 9999-12.
package struct YearMonth: Hashable, Sendable {
  package let year: Int
  /// 1…12
  package let month: Int

  /// nil if there is no such month.
  package init?(year: Int, month: Int) {
    guard let first = LocalDate(year: year, month: month, day: 1) else { return nil }
    self.init(containing: first)
  }

  package init(containing date: LocalDate) {
    year = date.year
    month = date.month
  }

  package var first: LocalDate {
    LocalDate(dayNumber: LocalDate.dayNumber(year: year, month: month, day: 1))
  }
  package var last: LocalDate { first.endOfMonth }
  package var span: DateSpan { DateSpan(first...last) }

  package func adding(months: Int) -> YearMonth {
    YearMonth(containing: first.adding(months: months))
  }
  package var next: YearMonth { adding(months: 1) }
  package var previous: YearMonth { adding(months: -1) }
}

extension YearMonth: Comparable {
  package static func < (left: YearMonth, right: YearMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

extension YearMonth: CustomStringConvertible {
  /// ISO 8601: `2026-11`.
  package var description: String { "\(year.padded(to: 4))-\(month.padded(to: 2))" }

  /// Reads exactly `YYYY-MM`.
  package init?(iso text: String) {
    var scanner = Scanner(text)
    guard let year = scanner.number(digits: 4), scanner.take("-"),
      let month = scanner.number(digits: 2), scanner.isAtEnd
    else { return nil }
    self.init(year: year, month: month)
  }
}
