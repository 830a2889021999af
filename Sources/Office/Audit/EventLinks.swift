import CanonicalJSON
import CivilTime
import Domain
package import EventLog
package import Postgres

/// What led to an event and what followed from it, as far as the log tells.
package struct EventLinks: Sendable {
  private static let limit = 200
  package let led: [RelatedEvent]
  package let followed: [RelatedEvent]

  /// - Parameter seen: how much of the logs counts; nil for all of it.
  package init(of decided: DecidedEvent, upTo seen: Moment?, in session: Session) throws {
    let event = decided.event
    let related = try LogReader.related(
      to: event, id: decided.id, except: DecidedEvent.routine, limit: Self.limit, in: session
    ).filter { seen?.holds($0.event) ?? true }
    let known = Set(related.map(\.event.reference)).union([event.reference])
    let named = try LogReader.last(
      of: Self.streams(decided), by: event.recordedAt, except: DecidedEvent.routine,
      in: session
    ).filter { !known.contains($0.reference) && $0.precedes(event) }
    let all = (related + named.map { RelatedEvent(.named, $0) })
      .sorted { $0.event.precedes($1.event) }
    led = all.filter { $0.event.precedes(event) }
    followed = all.filter { !$0.event.precedes(event) }
  }

  /// The streams of the items that the decided one names.
  private static func streams(_ decided: DecidedEvent) -> [StreamName] {
    decided.names.compactMap { text in
      if let id = DecisionID(text) {
        return StreamName(id.review.department.rawValue, id.review.stream)
      }
      if let id = ReviewID(text) { return StreamName(id.department.rawValue, id.stream) }
      return ItemID(text).map { StreamName($0.department.rawValue, $0.stream) }
    }.filter { $0 != StreamName(decided.event.department, decided.event.stream) }
  }
}

extension RecordedEvent {
  /// Within a department by position, else by when the logs learned of it.
  fileprivate func precedes(_ other: RecordedEvent) -> Bool {
    if department == other.department { return position < other.position }
    return (recordedAt.microseconds, department) < (other.recordedAt.microseconds, other.department)
  }
}
