package import CivilTime
package import Postgres

/// A follower, for people to look at: with each department that it has, or without any.
package struct Following: Sendable, Equatable {
  package var department: String?
  package var follower: String
  /// Raised whenever somebody takes the department over.
  package var epoch: Int?
  /// When it took the department; without one, when it connected, nil where the asking role may not
  /// see that.
  package var since: Instant?
  /// When it last asked the server for something, as far as the asking role may see that; else when
  /// it last wrote.
  package var lastSeen: Instant?
  /// Seconds since then, by the server's clock.
  package var secondsUnseen: Double?
  package var state: State

  package enum State: String, Sendable, Equatable, CaseIterable {
    case following
    /// Connected, with no department: nothing came that nobody else took in.
    case waiting
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
        let department = try row.textIfPresent(0)
        let tenure = department.flatMap { tenures[$0] }
        return Following(
          department: department, follower: try row.text(1), epoch: try row.intIfPresent(2),
          since: try row.instantIfPresent(3), lastSeen: try row.instantIfPresent(4),
          secondsUnseen: try row.doubleIfPresent(5),
          state: state(of: tenure, isConnected: try row.bool(6)))
      }
    }
  }

  private static func state(of tenure: Tenure?, isConnected: Bool) -> State {
    guard isConnected else { return .gone }
    return tenure.map { $0.isAbandoned ? .stalled : .following } ?? .waiting
  }

  /// A follower's connection bears its name, which the server cuts at 63 bytes.
  private static let seen: Query = """
    WITH connected AS (
      SELECT substr(a.application_name, 6) AS follower, min(a.backend_start) AS since,
        max(a.state_change) AS seen
      FROM pg_stat_activity a
      WHERE a.datname = current_database() AND a.application_name LIKE 'pdca %/%/%' GROUP BY 1
    )
    SELECT t.department, coalesce(t.follower, c.follower), t.epoch, coalesce(t.taken_at, c.since),
      s.seen, greatest(extract(epoch FROM clock_timestamp() - s.seen), 0)::float8,
      c.follower IS NOT NULL
    FROM (SELECT * FROM read.tenure WHERE follower IS NOT NULL) t
    FULL JOIN connected c ON c.follower = left(t.follower, 58)
    CROSS JOIN LATERAL (SELECT greatest(t.moved_at, c.seen) AS seen) s
    ORDER BY t.department, 2
    """
}
