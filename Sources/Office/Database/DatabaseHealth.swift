package import CivilTime
package import EventLog
package import Postgres
import Proof
package import ReadModels

/// What an operator asks first of a database: what is behind, what has stopped, what holds it up.
package struct DatabaseHealth: Sendable {
  /// Empty where the read models aren't built.
  package let projections: [ProjectionStatus]
  package let excluded: [ExcludedEvent]
  /// Sessions of this database, and how many the server takes in all.
  package let connections: Int
  package let connectionLimit: Int
  /// Seconds that the oldest open transaction of this database has lasted, as far as the asking role may
  /// see others' (`pg_read_all_stats`); nil without any.
  package let oldestTransaction: Double?
  /// Nil on a primary.
  package let standby: StandbyLag?
  /// By department.
  package let seals: [SealState]
  /// Why the kept checkpoints could not be used.
  package let sealTrouble: AuditError?

  package init(of session: Session, _ sealing: Sealing) throws {
    projections = try Self.projections(session)
    excluded = try LogReader.excluded(in: session)
    let row = try session.first(Self.activity) { row in
      (try row.int(0), try row.int(1), try row.doubleIfPresent(2))
    }
    (connections, connectionLimit, oldestTransaction) = row ?? (0, 0, nil)
    standby = try StandbyLag(of: session)
    (seals, sealTrouble) = try Self.seals(sealing, session)
  }

  private static func seals(
    _ sealing: Sealing, _ session: Session
  ) throws -> ([SealState], AuditError?) {
    do { return (try SealState.all(sealing, in: session), nil) } catch let error as AuditError {
      return ([], error)
    }
  }

  private static func projections(_ session: Session) throws -> [ProjectionStatus] {
    do { return try ProjectionStatus.all(in: session) } catch is ProjectionError { return [] }
  }

  private static let activity: Query = """
    SELECT count(*), current_setting('max_connections')::bigint,
      max(extract(epoch FROM clock_timestamp() - a.xact_start))
        FILTER (WHERE a.pid <> pg_backend_pid())::float8
    FROM pg_stat_activity a
    WHERE a.datname = current_database() AND a.backend_type = 'client backend'
    """

  /// The greatest lag of a projection, in events and in seconds.
  package var lagEvents: Int { projections.map(\.lagEvents).max() ?? 0 }
  package var lagSeconds: Double { projections.map(\.lagSeconds).max() ?? 0 }
  package var stopped: [StoppedProjection] { projections.flatMap(\.stopped) }
}

/// How far a standby is behind its primary.
package struct StandbyLag: Sendable, Equatable {
  /// Seconds since the last transaction that it replayed was committed; nil before the first. It grows
  /// while nobody writes, too.
  package let seconds: Double?
  /// Bytes of the log that were received and aren't replayed.
  package let bytes: Int
  /// Where the primary is, as the standby connects to it; nil where that can't be seen.
  package let primary: String?

  /// Nil for a primary.
  package init?(of session: Session) throws {
    let found = try session.first(
      """
      SELECT extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float8,
        coalesce(pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()), 0)::bigint,
        (SELECT concat_ws(':', nullif(w.sender_host, ''), w.sender_port)
         FROM pg_stat_get_wal_receiver() w WHERE w.sender_port IS NOT NULL)
      WHERE pg_is_in_recovery()
      """
    ) { row in (try row.doubleIfPresent(0), try row.int(1), try row.textIfPresent(2)) }
    guard let found else { return nil }
    (seconds, bytes, primary) = (found.0, max(0, found.1), found.2)
  }
}

/// How much of a department's log no kept checkpoint covers.
package struct SealState: Sendable, Equatable {
  package let department: String
  package let events: Int
  package let unsealed: Int
  /// Since when the newest checkpoint is kept; nil without one.
  package let sealedAt: Instant?

  static func all(_ sealing: Sealing, in session: Session) throws -> [SealState] {
    let logs = try OrganizationLogs(in: session)
    let heads = try LogReader.departments(in: session)
    let kept = try sealing.folder.all() + sealing.keys.signed(of: logs.id)
    let known = try sealing.keys.verifiers()
    return try logs.departments.map { department in
      let history = try KeptHistory(kept, of: logs.origin(of: department), knowing: known)
      let events = heads[department] ?? 0
      let newest = history.newest()
      return SealState(
        department: department, events: events,
        unsealed: max(0, events - (newest?.checkpoint.size ?? 0)), sealedAt: newest?.keptSince)
    }
  }
}

extension SealState {
  /// Seconds since it was sealed.
  package var age: Double? {
    sealedAt.map { max(0, Double(Instant.now().microseconds - $0.microseconds) / 1_000_000) }
  }
}

/// From when on a monitor is to raise an alarm; what isn't given has no bound.
package struct HealthBounds: Sendable {
  /// Seconds that a projection, or a standby, may be behind.
  package var lag: Double?
  package var standbyLag: Double?
  /// Seconds that a log with unsealed events may go without a seal.
  package var sealAge: Double?
  /// Seconds that a transaction may be open.
  package var transaction: Double?

  package init(
    lag: Double? = nil, standbyLag: Double? = nil, sealAge: Double? = nil,
    transaction: Double? = nil
  ) {
    (self.lag, self.standbyLag) = (lag, standbyLag)
    (self.sealAge, self.transaction) = (sealAge, transaction)
  }

  /// Whether one is, or a projection has stopped, or the kept checkpoints can't be used.
  package func arePassed(by health: DatabaseHealth) -> Bool {
    let age = health.seals.filter { $0.unsealed > 0 }.map { $0.age ?? .infinity }.max() ?? 0
    return !health.stopped.isEmpty || health.sealTrouble != nil
      || health.lagSeconds > lag ?? .infinity || sealAge.map { age > $0 } ?? false
      || health.oldestTransaction ?? 0 > transaction ?? .infinity
      || (health.standby.map { $0.seconds ?? .infinity } ?? 0) > standbyLag ?? .infinity
  }
}
