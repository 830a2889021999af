package import CivilTime

extension Cadence {
  /// The first day of the period that holds the day.
  package func firstDay(of day: LocalDate) -> LocalDate {
    switch self {
    case .daily: day
    case .weekly: day.startOfWeek
    case .monthly: day.startOfMonth
    }
  }
}
