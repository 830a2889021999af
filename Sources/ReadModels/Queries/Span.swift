package import CivilTime
import Domain
import Postgres

/// The days that a question is about, and the instants at which they begin and end in the
/// organization's time zone.
package struct Span: Sendable, Equatable {
  package var days: DateSpan
  package var start: Instant
  /// The first instant after the last day.
  package var end: Instant
  package let zone: TimeZoneRules

  package init(_ days: DateSpan, in zone: TimeZoneRules) {
    self.days = days
    self.zone = zone
    start = zone.start(of: days.first)
    end = zone.start(of: days.last.adding(days: 1))
  }
}

extension Query.Interpolation {
  mutating func appendInterpolation(_ instant: Instant?) {
    appendInterpolation(instant?.rfc3339)
    appendLiteral("::timestamptz")
  }

  mutating func appendInterpolation(_ date: LocalDate?) {
    appendInterpolation(date?.description)
    appendLiteral("::date")
  }

  mutating func appendInterpolation(_ department: DepartmentCode?) {
    appendInterpolation(department?.rawValue)
    appendLiteral("::text")
  }

  mutating func appendInterpolation(_ account: Account?) {
    appendInterpolation(account?.rawValue)
    appendLiteral("::text")
  }

  /// The columns of a row type, as its `init(_:)` reads them.
  mutating func appendInterpolation<R: ReadRow>(_ row: R.Type, of alias: String? = nil) {
    appendInterpolation(unescaped: row.columns(of: alias))
  }
}
