import CanonicalJSON
import CivilTime
package import Domain
import EventLog
import Orders
import Postgres
import ReadModels
import Tracker

/// Setting up who is told what. Rows are the database's to refuse: members see their own, and
/// administrators keep them.
extension Office {
  /// - Returns: the target as it was added; it is told what comes from now on.
  package func addTarget(
    _ name: String, _ channel: ShareChannel, reader: Account, _ settings: ShareSettings,
    opening secret: ShareSecret
  ) throws -> ShareTarget {
    try requireTargetsKeeper()
    guard ShareTarget.isName(name) else { throw SharingFault.badName(name) }
    try requireReader(reader)
    try session.transaction { session in
      try Self.insert(name, channel, reader, settings, session)
      try session.execute(
        """
        INSERT INTO share.secret (target, secret) VALUES (\(name), \(secret.json.canonical)::json)
        """)
      try Self.moveToNow(name, session)
    }
    return try target(named: name)
  }

  private static func insert(
    _ name: String, _ channel: ShareChannel, _ reader: Account, _ settings: ShareSettings,
    _ session: Session
  ) throws {
    let made = try session.execute(
      """
      INSERT INTO share.target (name, channel, reader, settings)
      VALUES (\(name), \(channel.rawValue), \(reader.rawValue), \(settings.json.canonical)::json)
      ON CONFLICT (name) DO NOTHING
      """)
    if made == 0 { throw SharingFault.nameTaken(name) }
  }

  /// The account must be a member, whose login the sender reads as.
  private func requireReader(_ reader: Account) throws {
    let isMember = try tracker.read { try OrganizationQueries.member(reader, in: $0) } != nil
    let hasLogin = try session.first(
      "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = \(reader.rawValue))"
    ) { try $0.bool(0) }
    guard isMember, hasLogin == true else { throw SharingFault.noReader(reader.rawValue) }
  }

  /// By name; those that the person may see.
  package func targets() throws -> [ShareTarget] { try ShareLedger.targets(in: session) }

  package func target(named name: String) throws -> ShareTarget {
    let all = try targets()
    if let found = all.first(where: { $0.name == name }) { return found }
    throw SharingFault.unknownTarget(name, known: all.map(\.name))
  }

  /// Sends nothing more until it is resumed; what comes meanwhile waits.
  package func pauseTarget(_ name: String, because reason: String?) throws {
    try change(name) { session in
      try session.execute(
        """
        UPDATE share.target SET paused_at = clock_timestamp(), paused_by = session_user,
          paused_because = \(reason)
        WHERE name = \(name) AND paused_at IS NULL
        """)
    }
  }

  package func resumeTarget(_ name: String) throws {
    try change(name) { session in
      try session.execute(
        """
        UPDATE share.target SET paused_at = NULL, paused_by = NULL, paused_because = NULL
        WHERE name = \(name)
        """)
    }
  }

  /// With its secrets and what is known of its deliveries.
  package func removeTarget(_ name: String) throws {
    try change(name) { session in
      try session.execute("DELETE FROM share.target WHERE name = \(name)")
    }
  }

  /// Puts other parts in the place of those there; a new signing key keeps the former one beside it. The
  /// database does it, since those who may write secrets can't read them.
  package func changeSecret(of name: String, by secret: ShareSecret) throws {
    try change(name) { session in
      try session.execute(
        "SELECT share.change_secret(\(name), \(secret.json.canonical)::jsonb)")
    }
  }

  /// Refuses who may not set up what is sent.
  package func requireTargetsKeeper() throws {
    try Administering.require(for: "share", in: setting.head.rawValue, session)
  }

  /// Whether all targets are shown, or those alone that read as the person or that they added.
  package func seesAllTargets() throws -> Bool { try Administering.seesAllTargets(session) }

  private func change(_ name: String, _ body: (Session) throws -> Void) throws {
    try requireTargetsKeeper()
    _ = try target(named: name)
    try session.transaction { try body($0) }
  }

  /// Leaves out what a target was not told yet.
  /// - Returns: deliveries that waited, and events of the logs that were not looked at.
  package func skipToNow(_ name: String) throws -> (deliveries: Int, events: Int) {
    try requireTargetsKeeper()
    _ = try target(named: name)
    return try session.transaction(deadline: .seconds(600)) { session in
      let events = try session.first(
        """
        SELECT coalesce(sum(h.head - coalesce(p."position", 0)), 0)::bigint
        FROM (\(unescaped: ShareLedger.heads)) h
        LEFT JOIN share.progress p ON p.target = \(name) AND p.department = h.department
        """
      ) { try $0.int(0) }
      let deliveries = try session.execute(
        """
        UPDATE share.delivery SET state = 'skipped', next_attempt_at = NULL
        WHERE target = \(name) AND state = 'waiting'
        """)
      try Self.moveToNow(name, session)
      return (deliveries, events ?? 0)
    }
  }

  private static func moveToNow(_ name: String, _ session: Session) throws {
    try session.execute(
      """
      INSERT INTO share.progress AS p (target, department, "position")
      SELECT \(name), h.department, h.head FROM (\(unescaped: ShareLedger.heads)) h
      ON CONFLICT (target, department) DO UPDATE SET "position" = EXCLUDED."position"
      """)
    try session.execute(
      "UPDATE share.target SET since = clock_timestamp() WHERE name = \(name)")
    try session.execute(
      "DELETE FROM share.progress WHERE target = \(name) AND department LIKE '%/%'")
  }
}
