package import CivilTime

/// A whole day's entry in a calendar, with a reminder.
package struct CalendarEvent: Sendable, Equatable {
  /// The same whenever the entry is written again.
  package let id: String
  package let day: LocalDate
  package let summary: String
  package let description: String
  package let category: String
  /// Hours from the day's start to the reminder; negative on the day before.
  package let reminder: Int
}
