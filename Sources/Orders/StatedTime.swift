package import CivilTime

/// When something was true, as a person stated it.
package struct StatedTime: Sendable, Equatable {
  /// What the log takes: a day's end, but now as long as the day lasts.
  package let instant: Instant
  /// `2026-11-27`, or an instant. Other than `instant`, it stays the same while the day lasts, so
  /// that what is said again is known again.
  package let text: String

  package init(_ instant: Instant) { (self.instant, text) = (instant, "\(instant)") }

  package init(_ day: LocalDate, in setting: Setting) {
    (instant, text) = (setting.instant(atEndOf: day), "\(day)")
  }
}
