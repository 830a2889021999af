import CivilTime
import Office
import Tracker

/// The ends of a span that an audit looks at.
extension Desk {
  /// A date means its start in the organization's time zone.
  func start(_ text: String, _ argument: String) throws -> Instant {
    switch try Read.time(text, argument, dates) {
    case .instant(let instant): instant
    case .day(let day): setting.zone.start(of: day)
    }
  }

  /// A date is taken whole: up to the start of the next day.
  func end(_ text: String, _ argument: String) throws -> Instant {
    switch try Read.time(text, argument, dates) {
    case .instant(let instant): instant
    case .day(let day): setting.zone.start(of: day.adding(days: 1))
    }
  }
}
