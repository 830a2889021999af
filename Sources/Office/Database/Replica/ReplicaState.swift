import Postgres

/// A logical slot of a database, as its server keeps it for who reads it.
package struct SlotState: Sendable, Equatable {
  package let name: String
  package let isActive: Bool
  /// What the server kept of its WAL for it, in bytes.
  package let retained: Int
  /// What the reader hasn't confirmed, in bytes.
  package let behind: Int
  /// What was to be sent is gone.
  package let isLost: Bool
  /// Bytes until it is lost; nil without a limit (`max_slot_wal_keep_size`).
  package let safe: Int?

  /// Those through which reporting servers read.
  static func all(in session: Session) throws -> [SlotState] {
    try session.query(
      """
      SELECT s.slot_name::text, s.active,
        coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), s.restart_lsn), 0)::bigint,
        coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), s.confirmed_flush_lsn), 0)::bigint,
        s.wal_status IS NOT DISTINCT FROM 'lost',
        s.safe_wal_size::bigint
      FROM pg_replication_slots s
      WHERE s.slot_type = 'logical' AND s.plugin = 'pgoutput' AND s.database = current_database()
      ORDER BY 1
      """
    ) { row in
      SlotState(
        name: try row.text(0), isActive: try row.bool(1), retained: max(0, try row.int(2)),
        behind: max(0, try row.int(3)), isLost: try row.bool(4), safe: try row.intIfPresent(5))
    }
  }
}

/// The subscription of a reporting server.
package struct Subscription: Sendable, Equatable {
  package let isEnabled: Bool
  /// Whether the worker that applies changes runs at this moment.
  package let isRunning: Bool
  /// Seconds since the primary was last heard; nil before the first time. A silent primary is heard about
  /// twice a minute.
  package let heard: Double?
  /// Errors since the subscription's statistics began.
  package let applyErrors: Int
  package let copyErrors: Int
  package let copying: [String]

  init?(named name: String, in session: Session) throws {
    let found = try session.first(
      """
      SELECT s.subenabled, a.pid IS NOT NULL,
        extract(epoch FROM clock_timestamp() - a.last_msg_receipt_time)::float8,
        coalesce(e.apply_error_count, 0)::bigint, coalesce(e.sync_error_count, 0)::bigint
      FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
      LEFT JOIN pg_stat_subscription a ON a.subid = s.oid AND a.relid IS NULL
      LEFT JOIN pg_stat_subscription_stats e ON e.subid = s.oid
      WHERE d.datname = current_database() AND s.subname = \(name)
      """
    ) { row in
      (
        try row.bool(0), try row.bool(1), try row.doubleIfPresent(2), try row.int(3),
        try row.int(4)
      )
    }
    guard let found else { return nil }
    (isEnabled, isRunning, heard, applyErrors, copyErrors) = found
    copying = try Self.copying(in: session)
  }

  static func copying(in session: Session) throws -> [String] {
    try session.query(
      """
      SELECT r.srrelid::regclass::text FROM pg_subscription_rel r
      JOIN pg_subscription s ON s.oid = r.srsubid JOIN pg_database d ON d.oid = s.subdbid
      WHERE d.datname = current_database() AND r.srsubstate NOT IN ('r', 's') ORDER BY 1
      """
    ) { try $0.text(0) }
  }
}

/// How far a department's log has come here and at the primary.
package struct ReplicaPosition: Sendable, Equatable {
  package let department: String
  package let here: Int
  /// Nil where the primary can't be asked.
  package var primary: Int?
}

/// What the primary says of a reporting server.
struct PrimaryView: Sendable {
  let slot: SlotState?
  let positions: [ReplicaPosition]
  /// Seconds since the primary recorded the oldest event that isn't here; 0 when all are.
  let lag: Double

  init(
    of session: Session, slot name: String, beside own: [ReplicaPosition]
  ) throws {
    slot = try SlotState.all(in: session).first { $0.name == name }
    let rows = try session.query(
      """
      SELECT d.department, coalesce(h."position", 0), coalesce((
          SELECT e."position" FROM log.event e WHERE e.department = d.department
          ORDER BY e."position" DESC LIMIT 1), 0),
        extract(epoch FROM clock_timestamp() - (
          SELECT e.recorded_at FROM log.event e WHERE e.department = d.department
            AND e."position" = coalesce(h."position", 0) + 1))::float8
      FROM log.department d
      LEFT JOIN unnest(\(own.map(\.department))::text[], \(own.map(\.here))::bigint[])
        h (department, "position") ON h.department = d.department
      ORDER BY 1
      """
    ) { row in
      (
        ReplicaPosition(
          department: try row.text(0), here: try row.int(1), primary: try row.int(2)),
        try row.doubleIfPresent(3)
      )
    }
    positions = rows.map(\.0)
    lag = max(0, rows.compactMap(\.1).max() ?? 0)
  }
}

/// How replication stands, asked of a reporting server or of a primary.
package struct ReplicaState: Sendable {
  /// Nil at a primary.
  package let upstream: Upstream?
  package let subscription: Subscription?
  package private(set) var positions: [ReplicaPosition]
  /// At a primary those of all reporting servers, here its own.
  package private(set) var slots: [SlotState]
  /// Seconds; nil where the primary can't be asked, and at a primary.
  package private(set) var lag: Double?
  /// Why the primary can't be asked.
  package private(set) var unreached: String?
  /// Whether the primary was asked.
  private var isAsked = false

  init(of session: Session) throws {
    upstream = try ReplicaOffice.upstream(session)
    subscription = try upstream.flatMap { try Subscription(named: $0.name, in: session) }
    positions =
      upstream == nil
      ? []
      : try session.query("SELECT h.department, coalesce(h.head, 0) FROM log.heads() h ORDER BY 1")
      {
        ReplicaPosition(department: try $0.text(0), here: try $0.int(1))
      }
    slots = upstream == nil ? try SlotState.all(in: session) : []
  }

  func beside(_ primary: PrimaryView) -> ReplicaState {
    var copy = self
    copy.positions = primary.positions
    copy.slots = primary.slot.map { [$0] } ?? []
    copy.lag = primary.lag
    copy.isAsked = true
    return copy
  }

  func unreached(_ reason: String) -> ReplicaState {
    var copy = self
    copy.unreached = reason
    return copy
  }

  /// Events that the primary has and aren't here; nil where it can't be asked.
  package var eventsBehind: Int? {
    isAsked ? positions.reduce(0) { $0 + max(0, ($1.primary ?? 0) - $1.here) } : nil
  }

  /// What an administrator has to see to.
  package enum Problem: Sendable, Equatable {
    case noSubscription, disabled
    /// No worker applies changes: between two attempts, or for want of worker slots.
    case notRunning
    case unreached(String)
    case slotMissing(String)
    case slotLost(String)
    /// Nobody reads it, and the primary keeps its WAL: bytes.
    case slotUnread(String, retained: Int)
    /// Here is more than at the primary, which went back to an earlier state.
    case ahead(String)
  }

  package var problems: [Problem] {
    guard let upstream else { return slots.compactMap(Self.problem) }
    var found: [Problem] = []
    if let subscription {
      if !subscription.isEnabled {
        found.append(.disabled)
      } else if !subscription.isRunning {
        found.append(.notRunning)
      }
    } else {
      found.append(.noSubscription)
    }
    if let unreached { found.append(.unreached(unreached)) }
    if isAsked, subscription != nil, slots.isEmpty { found.append(.slotMissing(upstream.name)) }
    found += slots.filter(\.isLost).map { .slotLost($0.name) }
    found += positions.filter { $0.here > $0.primary ?? $0.here }.prefix(1).map {
      .ahead($0.department)
    }
    return found
  }

  private static func problem(_ slot: SlotState) -> Problem? {
    if slot.isLost { return .slotLost(slot.name) }
    return slot.isActive ? nil : .slotUnread(slot.name, retained: slot.retained)
  }
}

/// From when on a monitor is to raise an alarm; what isn't given has no bound.
package struct ReplicaBounds: Sendable {
  /// Seconds that the reporting server may be behind, or not have heard of a primary that can't be asked.
  package var lag: Double?
  /// Bytes of WAL that the primary may keep for a slot.
  package var retained: Int?

  package init(lag: Double? = nil, retained: Int? = nil) {
    (self.lag, self.retained) = (lag, retained)
  }

  package func arePassed(by state: ReplicaState) -> Bool {
    let lag = state.upstream == nil ? 0 : state.lag ?? state.subscription?.heard ?? .infinity
    return !state.problems.isEmpty || lag > self.lag ?? .infinity
      || (state.slots.map(\.retained).max() ?? 0) > retained ?? .max
  }
}
