import CanonicalJSON
package import CivilTime
import Domain
import EventLog
package import Postgres
package import ReadModels

/// The sender's book: targets, what opens them, and each delivery from its occasion to its end. What is
/// written stands under the target's tenure, so that two senders never tell one target.
package enum ShareLedger {
  /// How far each department's log goes.
  static let heads = """
    SELECT h.department, coalesce(h.head, 0) AS head FROM log.heads() h
    """

  /// By name.
  package static func targets(in session: Session) throws -> [ShareTarget] {
    try session.query(
      """
      SELECT t.name, t.channel, t.reader, t.settings, t.since, t.added_at, t.added_by, t.paused_at,
        t.paused_by, t.paused_because
      FROM share.target t ORDER BY t.name
      """
    ) { row in
      guard let channel = ShareChannel(rawValue: try row.text(1)),
        let reader = Account(try row.text(2)), let adder = Account(try row.text(6))
      else { throw PostgresError.misuse("a target of another program's kind") }
      return ShareTarget(
        name: try row.text(0), channel: channel, reader: reader,
        settings: try ShareSettings(JSON(parsing: try row.text(3))), since: try row.instant(4),
        addedAt: try row.instant(5), addedBy: adder, pause: try pause(row))
    }
  }

  private static func pause(_ row: borrowing Row) throws -> SharePause? {
    guard let at = try row.instantIfPresent(7) else { return nil }
    return SharePause(
      at: at, by: try row.textIfPresent(8).flatMap { Account($0) },
      because: try row.textIfPresent(9))
  }

  /// What opens a target; the sender's login alone may ask.
  package static func secret(of target: String, in session: Session) throws -> ShareSecret {
    let text = try session.first(
      "SELECT secret FROM share.secret WHERE target = \(target)"
    ) { try $0.text(0) }
    return try text.map { ShareSecret(try JSON(parsing: $0)) } ?? ShareSecret()
  }

  /// Whether it is there, and not paused.
  package static func isServed(_ target: String, in session: Session) throws -> Bool {
    try session.first(
      "SELECT paused_at IS NULL FROM share.target WHERE name = \(target)", prepared: true
    ) { try $0.bool(0) } ?? false
  }

  /// The delivery whose turn it is; nil without any.
  package static func next(of target: String, in session: Session) throws -> ShareDelivery? {
    try session.first(
      """
      SELECT \(unescaped: ShareDelivery.columns) FROM share.delivery d
      WHERE d.target = \(target) AND d.state = 'waiting' ORDER BY d.number LIMIT 1
      """, prepared: true
    ) { try ShareDelivery($0) }
  }

  /// Events of the logs in its scope that were not looked through for it.
  static func behind(_ target: ShareTarget, in session: Session) throws -> Int {
    let scope = target.settings.departments.map(\.rawValue)
    return try session.first(
      """
      SELECT coalesce(sum(h.head - coalesce(p."position", 0)), 0)::bigint
      FROM (\(unescaped: heads)) h
      LEFT JOIN share.progress p ON p.target = \(target.name) AND p.department = h.department
      WHERE \(scope.isEmpty) OR h.department = ANY (\(scope)::text[])
      """
    ) { try $0.int(0) } ?? 0
  }
}

extension ShareLedger {
  /// What came of an attempt.
  package enum Outcome: Sendable, Equatable {
    case sent
    /// Nothing of it may be seen by the target's reader, or it is gone.
    case nothingToTell
    case again(at: Instant, result: String)
    /// Refused for good, or tried for long enough.
    case aside(result: String)
  }

  /// Takes down what came of an attempt.
  /// - Returns: false where another sender has taken the target over; then nothing is written.
  package static func record(
    _ outcome: Outcome, of delivery: ShareDelivery, at now: Instant, under tenure: WorkTenure,
    in session: Session
  ) throws -> Bool {
    try session.transaction { session in
      guard try tenure.isHeld(in: session) else { return false }
      let (state, result, next): (ShareDelivery.State, String?, Instant?) =
        switch outcome {
        case .sent: (.sent, nil, nil)
        case .nothingToTell: (.skipped, nil, nil)
        case .again(let next, let result): (.waiting, result, next)
        case .aside(let result): (.aside, result, nil)
        }
      let sentAt = state == .sent ? now : nil
      try session.execute(
        """
        UPDATE share.delivery SET state = \(state.rawValue), attempts = attempts + 1,
          first_attempt_at = coalesce(first_attempt_at, \(now)::timestamptz),
          last_attempt_at = \(now)::timestamptz, next_attempt_at = \(next)::timestamptz,
          last_result = coalesce(\(result)::text, last_result), sent_at = \(sentAt)::timestamptz
        WHERE target = \(delivery.target) AND number = \(delivery.number) AND state = 'waiting'
        """, prepared: true)
      return true
    }
  }

  /// Pauses a target for one of the sender's own reasons.
  package static func pause(
    _ target: String, _ reason: SharePause.Reason, under tenure: WorkTenure, in session: Session
  ) throws {
    try session.transaction { session in
      guard try tenure.isHeld(in: session) else { return }
      try session.execute(
        """
        UPDATE share.target SET paused_at = clock_timestamp(), paused_by = NULL,
          paused_because = \(reason.rawValue)
        WHERE name = \(target) AND paused_at IS NULL
        """)
    }
  }

  /// How many of the target's last deliveries were set aside, none sent between.
  package static func refusedInARow(_ target: String, in session: Session) throws -> Int {
    try session.first(
      """
      SELECT count(*) FROM share.delivery d WHERE d.target = \(target) AND d.state = 'aside'
        AND d.number > coalesce((
          SELECT max(s.number) FROM share.delivery s WHERE s.target = \(target) AND s.state = 'sent'),
          0)
      """
    ) { try $0.int(0) } ?? 0
  }
}
