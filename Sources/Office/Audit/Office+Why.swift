import Domain
import EventLog
import Postgres
import Tracker

/// Why something was decided.
package struct Why: Sendable {
  package let decided: DecidedEvent
  /// Before the decision.
  package let moment: Moment
  package let known: KnownThen
  package let links: EventLinks
}

extension Office {
  /// By whom, knowing what, after what, and what followed.
  /// - Parameter seen: how much of the logs counts; nil for all of it.
  package func why(_ subject: LogSubject, upTo seen: Moment?) throws -> Why {
    let decided = try DecidedEvent(subject, upTo: seen, in: session)
    let moment = try moment(before: decided)
    let known = try looking(at: moment) { try KnownThen(for: decided, at: $0) }
    return Why(
      decided: decided, moment: moment, known: known,
      links: try EventLinks(of: decided, upTo: seen, in: session))
  }

  /// What was recorded before the decision: of its own department all events before it, of others
  /// those recorded by then.
  private func moment(before decided: DecidedEvent) throws -> Moment {
    let event = decided.event
    guard let home = DepartmentCode(event.department) else {
      throw OfficeError.unknown(.department, text: event.department, candidates: [])
    }
    var positions = try positions(recordedBy: event.recordedAt)
    positions[home] = decided.before
    return Moment(
      recorded: .init(at: event.recordedAt, name: .position("\(home)@\(decided.before)")),
      positions: positions)
  }
}
