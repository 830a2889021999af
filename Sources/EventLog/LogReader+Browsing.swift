package import CivilTime
package import Postgres

/// Which events `pdca log` shows; nil leaves a part open.
package struct LogFilter: Sendable, Equatable {
  package var department: String?
  package var stream: String?
  package var type: String?
  package var actor: String?
  /// Recorded at or after, and before.
  package var since: Instant?
  package var until: Instant?
  /// Only positions after this one; with a department alone.
  package var after: Int?
  /// Only what these prefixes of the departments' logs hold; nil for all.
  package var upTo: [String: Int]?
  /// Only what was true by then.
  package var trueBy: Instant?
  package var limit: Int

  package init(
    department: String? = nil, stream: String? = nil, type: String? = nil, actor: String? = nil,
    since: Instant? = nil, until: Instant? = nil, after: Int? = nil, limit: Int
  ) {
    self.department = department
    self.stream = stream
    self.type = type
    self.actor = actor
    self.since = since
    self.until = until
    self.after = after
    self.limit = limit
  }
}

extension LogReader {
  /// The newest events that pass the filter, in the order they were recorded; with `after`, the
  /// first ones after that position.
  package static func events(_ filter: LogFilter, in session: Session) throws -> [RecordedEvent] {
    let forward = filter.after != nil
    let prefixes = filter.upTo ?? [:]
    let order =
      forward ? "e.\"position\"" : "e.recorded_at DESC, e.department DESC, e.\"position\" DESC"
    let events = try read(
      """
      SELECT \(unescaped: columns) FROM log.event e
      WHERE (\(filter.department)::text IS NULL OR e.department = \(filter.department))
        AND (\(filter.stream)::text IS NULL OR e.stream = \(filter.stream))
        AND (\(filter.type)::text IS NULL OR e.type = \(filter.type))
        AND (\(filter.actor)::text IS NULL OR e.actor = \(filter.actor))
        AND (\(filter.since)::timestamptz IS NULL
          OR e.recorded_at >= \(filter.since)::timestamptz)
        AND (\(filter.until)::timestamptz IS NULL
          OR e.recorded_at < \(filter.until)::timestamptz)
        AND (\(filter.after)::bigint IS NULL OR e."position" > \(filter.after)::bigint)
        AND (\(filter.trueBy)::timestamptz IS NULL
          OR e.occurred_at <= \(filter.trueBy)::timestamptz)
        AND (\(filter.upTo == nil) OR EXISTS (
          SELECT FROM unnest(\(prefixes.map(\.key))::text[], \(prefixes.map(\.value))::bigint[])
            AS p(department, last)
          WHERE p.department = e.department AND e."position" <= p.last))
      ORDER BY \(unescaped: order) LIMIT \(filter.limit)
      """, in: session)
    return forward ? events : events.reversed()
  }
}
