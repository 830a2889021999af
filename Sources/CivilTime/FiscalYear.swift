/// The rule by which an organization's years start on the first day of a month.
///
/// A fiscal year has the number of the calendar year it starts in, as the Japanese 年度.
package struct FiscalYear: Hashable, Sendable {
  /// 1…12
  package let startMonth: Int

  /// nil if there is no such month.
  package init?(startMonth: Int) {
    guard (1...12).contains(startMonth) else { return nil }
    self.startMonth = startMonth
  }

  private init(known startMonth: Int) { self.startMonth = startMonth }

  package static let january = FiscalYear(known: 1)
  package static let april = FiscalYear(known: 4)

  package func number(of date: LocalDate) -> Int {
    date.month < startMonth ? date.year - 1 : date.year
  }

  /// The whole fiscal year around a date.
  package func span(of date: LocalDate) -> DateSpan {
    span(ofMonths: 12, startingFrom: date.startOfMonth.adding(months: -monthIndex(of: date)))
  }

  /// 1…4
  package func quarter(of date: LocalDate) -> Int { monthIndex(of: date) / 3 + 1 }

  /// The quarter around a date.
  package func quarterSpan(of date: LocalDate) -> DateSpan {
    span(ofMonths: 3, startingFrom: date.startOfMonth.adding(months: -(monthIndex(of: date) % 3)))
  }

  /// Months since the year's first: 0…11.
  private func monthIndex(of date: LocalDate) -> Int {
    (date.month - startMonth).floorRemainder(by: 12)
  }

  private func span(ofMonths count: Int, startingFrom first: LocalDate) -> DateSpan {
    DateSpan(first...first.adding(months: count - 1).endOfMonth)
  }
}
