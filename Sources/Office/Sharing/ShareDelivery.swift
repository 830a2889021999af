package import CivilTime
package import Domain
import Postgres

/// What a target is told on one occasion, and how far that has come.
package struct ShareDelivery: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable { case waiting, sent, aside, skipped }

  package var target: String
  /// The order of the target's deliveries, from 1.
  package var number: Int
  /// An event's reference (`SALES@120`), or a kind and a period (`SALES-2026-W47/written`).
  package var occasion: String
  package var kind: ShareOccasion
  package var department: DepartmentCode
  /// What it is about: a review's, decision's, issue's or lesson's id, a KPI, a department.
  package var about: String
  package var madeAt: Instant
  package var state: State
  package var attempts: Int
  package var firstAttemptAt: Instant?
  package var lastAttemptAt: Instant?
  /// Nil for as soon as its turn comes.
  package var nextAttemptAt: Instant?
  /// Of the last attempt: a word and a number such as `http 500`, without texts of either side.
  package var lastResult: String?
  package var sentAt: Instant?

  static let columns = """
    d.target, d.number, d.occasion, d.kind, d.department, d.about, d.made_at, d.state, d.attempts,
    d.first_attempt_at, d.last_attempt_at, d.next_attempt_at, d.last_result, d.sent_at
    """

  init(_ row: borrowing Row) throws {
    guard let kind = ShareOccasion(rawValue: try row.text(3)),
      let department = DepartmentCode(try row.text(4)), let state = State(rawValue: try row.text(7))
    else { throw PostgresError.misuse("a delivery of another program's kind") }
    (self.kind, self.department, self.state) = (kind, department, state)
    target = try row.text(0)
    number = try row.int(1)
    occasion = try row.text(2)
    about = try row.text(5)
    madeAt = try row.instant(6)
    attempts = try row.int(8)
    firstAttemptAt = try row.instantIfPresent(9)
    lastAttemptAt = try row.instantIfPresent(10)
    nextAttemptAt = try row.instantIfPresent(11)
    lastResult = try row.textIfPresent(12)
    sentAt = try row.instantIfPresent(13)
  }

  /// One that was never stored, for previews and trials.
  package init(
    target: String, occasion: String, kind: ShareOccasion, department: DepartmentCode,
    about: String, madeAt: Instant
  ) {
    self.target = target
    self.occasion = occasion
    self.kind = kind
    self.department = department
    self.about = about
    self.madeAt = madeAt
    (number, state, attempts) = (0, .waiting, 0)
  }
}

/// How a target's deliveries stand.
package struct ShareStanding: Sendable, Equatable {
  package var target: ShareTarget
  package var waiting: Int
  package var sent: Int
  package var aside: Int
  package var skipped: Int
  /// The one that is being tried; nil without any.
  package var next: ShareDelivery?
  /// Events of the logs that were not looked through yet.
  package var behind: Int
}

extension ShareStanding {
  /// Whether somebody has to look: something was set aside, or the sender gave up.
  package var wantsSomebody: Bool { aside > 0 || target.pause?.reason != nil }
}

extension Office {
  /// The latest deliveries of each that were set aside.
  package func setAside(of standings: [ShareStanding]) throws -> [ShareDelivery] {
    try standings.filter { $0.aside > 0 }.flatMap {
      try deliveries(of: $0.target.name, in: [.aside], limit: 10)
    }
  }

  /// Of one target, or of all that the person may see.
  package func sharingStandings(_ name: String? = nil) throws -> [ShareStanding] {
    let targets = try name.map { [try target(named: $0)] } ?? targets()
    return try targets.map { target in
      let counts = try session.query(
        "SELECT state, count(*) FROM share.delivery WHERE target = \(target.name) GROUP BY state"
      ) { (try $0.text(0), try $0.int(1)) }
      let count = Dictionary(uniqueKeysWithValues: counts)
      return ShareStanding(
        target: target, waiting: count["waiting"] ?? 0, sent: count["sent"] ?? 0,
        aside: count["aside"] ?? 0, skipped: count["skipped"] ?? 0,
        next: try ShareLedger.next(of: target.name, in: session),
        behind: try ShareLedger.behind(target, in: session))
    }
  }

  /// A target's deliveries, the latest first.
  package func deliveries(
    of name: String, in states: Set<ShareDelivery.State>, limit: Int
  ) throws -> [ShareDelivery] {
    try session.query(
      """
      SELECT \(unescaped: ShareDelivery.columns) FROM share.delivery d
      WHERE d.target = \(name) AND d.state = ANY (\(states.map(\.rawValue).sorted())::text[])
      ORDER BY d.number DESC LIMIT \(limit)
      """
    ) { try ShareDelivery($0) }
  }

  /// Tries again what was set aside, or what waits for its next attempt.
  /// - Parameter number: nil for all of the target's.
  /// - Returns: how many.
  package func retryDeliveries(of name: String, number: Int?) throws -> Int {
    try requireTargetsKeeper()
    _ = try target(named: name)
    let count = try session.execute(
      """
      UPDATE share.delivery SET state = 'waiting', next_attempt_at = NULL, first_attempt_at = NULL,
        attempts = 0
      WHERE target = \(name) AND (state = 'aside' OR state = 'waiting' AND attempts > 0)
        AND (\(number)::bigint IS NULL OR number = \(number)::bigint)
      """)
    if count == 0, let number { throw SharingFault.unknownDelivery(target: name, number: number) }
    return count
  }
}
