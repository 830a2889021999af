import CivilTime
import Tracker

/// The ends of a span that an audit looks at.
extension Desk {
  /// A date means its start in the organization's time zone.
  func start(_ text: String, _ argument: String) throws -> Instant {
    if let instant = Instant(rfc3339: text) { return instant }
    guard let date = LocalDate.parse(text, today: today) else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .instant)
    }
    return setting.zone.start(of: date)
  }

  /// A date is taken whole: up to the start of the next day.
  func end(_ text: String, _ argument: String) throws -> Instant {
    if let instant = Instant(rfc3339: text) { return instant }
    guard let date = LocalDate.parse(text, today: today) else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .instant)
    }
    return setting.zone.start(of: date.adding(days: 1))
  }
}
