package import CivilTime
package import Postgres

/// Which events `pdca log` shows; nil leaves a part open.
package struct LogFilter: Sendable, Equatable {
  /// Empty for all.
  package var departments: [String]
  package var stream: String?
  package var type: String?
  package var actor: String?
  /// Recorded at or after, and before; true then where `byOccurrence`.
  package var since: Instant?
  package var until: Instant?
  package var byOccurrence = false
  /// Only with this in one of the payload's texts, whatever its letters' case.
  package var text: String?
  /// Only positions after this one; with a department alone.
  package var after: Int?
  /// Only what these prefixes of the departments' logs hold; nil for all.
  package var upTo: [String: Int]?
  /// Only what was true by then.
  package var trueBy: Instant?
  package var limit: Int

  package init(
    departments: [String] = [], stream: String? = nil, type: String? = nil, actor: String? = nil,
    since: Instant? = nil, until: Instant? = nil, after: Int? = nil, limit: Int
  ) {
    self.departments = departments
    self.stream = stream
    self.type = type
    self.actor = actor
    self.since = since
    self.until = until
    self.after = after
    self.limit = limit
  }

  /// The event at that position alone.
  package mutating func narrow(to position: Int) {
    (after, limit) = (position - 1, 1)
  }
}

/// Events that pass a filter, as many as were asked for.
package struct LogPage: Sendable, Equatable {
  package var events: [RecordedEvent]
  /// Whether there are others beyond.
  package var hasMore: Bool
}

extension LogReader {
  /// The newest events that pass the filter, in the order they were recorded (or came true); with
  /// `after`, the first ones after that position.
  package static func page(_ filter: LogFilter, in session: Session) throws -> LogPage {
    let isForward = filter.after != nil
    let found = try read(query(filter, isForward: isForward), in: session)
    let events = Array(found.prefix(filter.limit))
    return LogPage(
      events: isForward ? events : events.reversed(), hasMore: found.count > filter.limit)
  }

  private static func query(_ filter: LogFilter, isForward: Bool) -> Query {
    let prefixes = filter.upTo ?? [:]
    let time = filter.byOccurrence ? "e.occurred_at" : "e.recorded_at"
    let order =
      isForward ? "e.\"position\"" : "\(time) DESC, e.department DESC, e.\"position\" DESC"
    return """
      SELECT \(unescaped: columns) FROM log.event e
      WHERE (\(filter.departments.isEmpty) OR e.department = ANY(\(filter.departments)::text[]))
        AND (\(filter.stream)::text IS NULL OR e.stream = \(filter.stream))
        AND (\(filter.type)::text IS NULL OR e.type = \(filter.type))
        AND (\(filter.actor)::text IS NULL OR e.actor = \(filter.actor))
        AND (\(filter.since)::timestamptz IS NULL
          OR \(unescaped: time) >= \(filter.since)::timestamptz)
        AND (\(filter.until)::timestamptz IS NULL
          OR \(unescaped: time) < \(filter.until)::timestamptz)
        AND (\(filter.text)::text IS NULL OR EXISTS (
          SELECT 1 FROM jsonb_path_query(e.payload::jsonb, 'strict $.**') v
          WHERE jsonb_typeof(v) = 'string'
            AND strpos(lower(v #>> '{}'), lower(\(filter.text)::text)) > 0))
        AND (\(filter.after)::bigint IS NULL OR e."position" > \(filter.after)::bigint)
        AND (\(filter.trueBy)::timestamptz IS NULL
          OR e.occurred_at <= \(filter.trueBy)::timestamptz)
        AND (\(filter.upTo == nil) OR EXISTS (
          SELECT 1 FROM unnest(\(prefixes.map(\.key))::text[], \(prefixes.map(\.value))::bigint[])
            AS p(department, last)
          WHERE p.department = e.department AND e."position" <= p.last))
      ORDER BY \(unescaped: order) LIMIT \(filter.limit + 1)
      """
  }
}
