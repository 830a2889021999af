package import CivilTime
package import Postgres

/// How an event belongs to another.
package enum EventRelation: String, Sendable {
  /// The same command made both.
  case command
  /// It led to the other, which says so.
  case cause
  case effect
  /// Both belong to one story (correlation).
  case story
  /// Of the same stream.
  case item
  /// It names the other's item.
  case naming
  /// It is the last of an item that the other's item names.
  case named
}

package struct RelatedEvent: Sendable, Equatable {
  package var relation: EventRelation
  package var event: RecordedEvent

  package init(_ relation: EventRelation, _ event: RecordedEvent) {
    self.relation = relation
    self.event = event
  }
}

/// A stream of a department's log.
package struct StreamName: Hashable, Sendable {
  package var department: String
  package var stream: String

  package init(_ department: String, _ stream: String) {
    self.department = department
    self.stream = stream
  }
}

extension LogReader {
  package static func event(
    at position: Int, of department: String, in session: Session
  ) throws -> RecordedEvent? {
    try events(of: department, after: position - 1, limit: 1, in: session).first
  }

  /// What belongs to an event, in the order recorded.
  /// - Parameters:
  ///   - id: by which other payloads name the event's item.
  ///   - types: those of which a stream holds very many; they count only where they name the item
  ///     or belong to the event itself.
  package static func related(
    to event: RecordedEvent, id: String, except types: Set<String>, limit: Int, in session: Session
  ) throws -> [RelatedEvent] {
    try session.query(
      """
      SELECT \(unescaped: columns), CASE
          WHEN e.department = \(event.department) AND e.command_id = \(event.commandID)::uuid
            THEN 'command'
          WHEN e.department || '@' || e."position" = \(event.causation)::text THEN 'cause'
          WHEN e.causation = \(event.reference) THEN 'effect'
          WHEN e.correlation = \(event.correlation)::uuid THEN 'story'
          WHEN e.department = \(event.department) AND e.stream = \(event.stream) THEN 'item'
          ELSE 'naming' END
      FROM log.event e
      WHERE (e.department, e."position") <> (\(event.department), \(event.position)::bigint)
        AND ((e.department = \(event.department) AND e.command_id = \(event.commandID)::uuid)
          OR e.department || '@' || e."position" = \(event.causation)::text
          OR e.causation = \(event.reference) OR e.correlation = \(event.correlation)::uuid
          OR (e.department = \(event.department) AND e.stream = \(event.stream)
            AND e.type <> ALL(\(types.sorted())::text[]))
          OR strpos(e.payload::text, \("\"\(id)\"")) > 0)
      ORDER BY e.recorded_at, e.department, e."position" LIMIT \(limit)
      """
    ) { row in
      RelatedEvent(EventRelation(rawValue: try row.text(15)) ?? .item, try self.event(row))
    }
  }

  /// The last event of each stream recorded by then, those of the given types left out.
  package static func last(
    of streams: [StreamName], by instant: Instant, except types: Set<String>, in session: Session
  ) throws -> [RecordedEvent] {
    try read(
      """
      SELECT DISTINCT ON (e.department, e.stream) \(unescaped: columns)
      FROM log.event e
      JOIN unnest(\(streams.map(\.department))::text[], \(streams.map(\.stream))::text[])
        AS s(department, stream) ON s.department = e.department AND s.stream = e.stream
      WHERE e.recorded_at <= \(instant.rfc3339)::timestamptz
        AND e.type <> ALL(\(types.sorted())::text[])
      ORDER BY e.department, e.stream, e."position" DESC
      """, in: session)
  }
}

extension LogReader {
  package static func holds(type: String, in session: Session) throws -> Bool {
    try session.first("SELECT EXISTS (SELECT 1 FROM log.event e WHERE e.type = \(type))") {
      try $0.bool(0)
    } ?? false
  }
}
