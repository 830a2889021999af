package import CivilTime
package import Postgres

/// A follower that has a department, for people to look at.
package struct Following: Sendable, Equatable {
  package var department: String
  package var follower: String
  /// Raised whenever somebody takes the department over.
  package var epoch: Int
  /// When it took the department.
  package var since: Instant
  /// When it last asked the server for something, as far as the asking role may see that; else when
  /// it last wrote.
  package var lastSeen: Instant
  /// Seconds since then, by the server's clock.
  package var secondsUnseen: Double
  package var state: State

  package enum State: String, Sendable, Equatable, CaseIterable {
    case following
    /// Connected, but it leaves events waiting.
    case stalled
    /// Its connection is gone. Another takes the department once events wait.
    case gone
  }
}

extension Following {
  /// All that have a department, by department.
  package static func all(
    patience: Duration = Follower.patience, in session: Session
  ) throws -> [Following] {
    try ReadSchema.transaction(isolation: .repeatableRead, readOnly: true, in: session) { session in
      let tenures = try Tenure.all(patience: patience, in: session)
      return try session.query(seen) { row in
        let department = try row.text(0)
        let isWaiting = tenures[department]?.isAbandoned ?? false
        return Following(
          department: department, follower: try row.text(1), epoch: try row.int(2),
          since: try row.instant(3), lastSeen: try row.instant(4),
          secondsUnseen: try row.double(5),
          state: try row.bool(6) ? (isWaiting ? .stalled : .following) : .gone)
      }
    }
  }

  /// A follower's connection bears its name, which the server cuts at 63 bytes.
  private static let seen: Query = """
    SELECT t.department, t.follower, t.epoch, t.taken_at, s.seen,
      greatest(extract(epoch FROM clock_timestamp() - s.seen), 0)::float8, s.connected
    FROM read.tenure t
    CROSS JOIN LATERAL (
      SELECT greatest(t.moved_at, max(a.state_change)) AS seen, count(*) > 0 AS connected
      FROM pg_stat_activity a
      WHERE a.datname = current_database() AND a.application_name = left('pdca ' || t.follower, 63)
    ) s
    WHERE t.follower IS NOT NULL
    ORDER BY t.department
    """
}
