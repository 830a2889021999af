package import CivilTime

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
