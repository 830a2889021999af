package import CivilTime
package import Postgres

/// What one account wrote into the logs.
package struct ActorTally: Sendable, Equatable {
  package var actor: String
  package var events: Int
  package var first: Instant
  package var last: Instant
  /// By code.
  package var departments: [String]
  /// The types it wrote most, most first, three at most.
  package var types: [String]
}

extension LogReader {
  /// By account. Departments, the span in which it was recorded, prefixes of the logs, and what
  /// was true by an instant may narrow it.
  package static func actors(
    of departments: [String] = [], since: Instant? = nil, until: Instant? = nil,
    upTo prefixes: [String: Int]? = nil, trueBy: Instant? = nil, in session: Session
  ) throws -> [ActorTally] {
    let codes = prefixes?.keys.sorted() ?? []
    return try session.query(
      """
      WITH wrote AS (
        SELECT e.actor, e.department, e.type, count(*) AS events,
          min(e.recorded_at) AS first, max(e.recorded_at) AS last
        FROM log.event e
        WHERE (\(departments.isEmpty) OR e.department = ANY(\(departments)::text[]))
          AND e.recorded_at >= coalesce(\(since?.rfc3339)::timestamptz, '-infinity')
          AND e.recorded_at < coalesce(\(until?.rfc3339)::timestamptz, 'infinity')
          AND e.occurred_at <= coalesce(\(trueBy?.rfc3339)::timestamptz, 'infinity')
          AND (\(prefixes == nil) OR EXISTS (
            SELECT 1 FROM unnest(\(codes)::text[], \(codes.map { prefixes?[$0] ?? 0 })::bigint[])
              AS p(department, last)
            WHERE p.department = e.department AND e."position" <= p.last))
        GROUP BY e.actor, e.department, e.type
      )
      SELECT w.actor, sum(w.events)::bigint, min(w.first), max(w.last),
        array_agg(DISTINCT w.department ORDER BY w.department),
        (SELECT array_agg(t.type ORDER BY t.events DESC, t.type) FROM (
          SELECT x.type, sum(x.events) AS events FROM wrote x WHERE x.actor = w.actor
          GROUP BY x.type ORDER BY 2 DESC, 1 LIMIT 3) t)
      FROM wrote w GROUP BY w.actor ORDER BY w.actor
      """
    ) { row in
      ActorTally(
        actor: try row.text(0), events: try row.int(1), first: try row.instant(2),
        last: try row.instant(3), departments: try row.texts(4), types: try row.texts(5))
    }
  }

  /// Roles that may log in and work with the logs; the server's superusers may always.
  package static func logins(in session: Session) throws -> [String: Bool] {
    let rows = try session.query(
      """
      SELECT r.rolname::text, r.rolsuper FROM pg_roles r
      WHERE r.rolcanlogin AND pg_has_role(r.oid, log.group_of('member'), 'MEMBER')
      """
    ) { (try $0.text(0), try $0.bool(1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
