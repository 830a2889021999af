/// The days from `first` to `last`, both included; never empty.
package struct DateSpan: Hashable, Sendable {
  package let first: LocalDate
  package let last: LocalDate

  package init(_ range: ClosedRange<LocalDate>) {
    first = range.lowerBound
    last = range.upperBound
  }

  /// nil if the last day comes before the first.
  package init?(first: LocalDate, last: LocalDate) {
    guard first <= last else { return nil }
    self.init(first...last)
  }

  package func contains(_ date: LocalDate) -> Bool { first <= date && date <= last }

  package func overlaps(_ other: DateSpan) -> Bool { first <= other.last && other.first <= last }

  /// How many days; 1 for a span of a single one.
  package var days: Int { first.days(until: last) + 1 }

  /// Each day in order.
  package var dates: some Collection<LocalDate> & Sendable {
    (first.dayNumber...last.dayNumber).lazy.map { LocalDate(dayNumber: $0) }
  }
}

extension DateSpan: CustomStringConvertible {
  /// ISO 8601: `2026-11-01/2026-11-30`.
  package var description: String { "\(first)/\(last)" }

  /// Reads exactly `YYYY-MM-DD/YYYY-MM-DD`; nil for anything else or a reversed span.
  package init?(iso text: String) {
    var scanner = Scanner(text)
    guard let first = scanner.date(), scanner.take("/"), let last = scanner.date(),
      scanner.isAtEnd
    else { return nil }
    self.init(first: first, last: last)
  }
}
