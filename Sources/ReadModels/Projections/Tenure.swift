import Domain
import Postgres

/// Which follower takes in a department's events. Taking it over raises the epoch, and a follower
/// writes only under the epoch that it took: see ``Fence``. All projections of a department move
/// together, so that they share one tenure. Commands need none: they catch up in one transaction
/// under the checkpoints' lock.
struct Tenure: Sendable, Equatable {
  var department: String
  var epoch: Int
  /// Nil once given back.
  var follower: String?
  /// The department is behind, and its follower's connection is gone or does not come to it.
  var isAbandoned: Bool
}

extension Tenure {
  /// All tenures by department, in the open transaction, which has entered the read models.
  /// - Parameter patience: what a living follower takes at most to come to an event.
  static func all(patience: Duration, in session: Session) throws -> [String: Tenure] {
    let limit = "\(patience / .milliseconds(1)) milliseconds"
    let tenures = try session.query(
      """
      SELECT t.department, t.epoch, t.follower,
        NOT EXISTS (SELECT FROM pg_stat_get_activity(t.backend))
        OR t.moved_at < clock_timestamp() - \(limit)::interval AND coalesce(
          log.recorded_at(t.department, 1 + (
            SELECT min(c."position") FROM checkpoint c
            WHERE c.department = t.department AND c.failed_position IS NULL))
          < clock_timestamp() - \(limit)::interval, false)
      FROM read.tenure t
      """
    ) { row in
      Tenure(
        department: try row.text(0), epoch: try row.int(1), follower: try row.textIfPresent(2),
        isAbandoned: try row.bool(3))
    }
    return Dictionary(uniqueKeysWithValues: tenures.map { ($0.department, $0) })
  }

  /// Takes a department over, in the open transaction, which holds its checkpoints.
  /// - Parameter former: the tenure as it was seen; nil for none.
  /// - Returns: the epoch; nil when somebody else was first.
  static func take(
    _ department: DepartmentCode, from former: Tenure?, as follower: String, in session: Session
  ) throws -> Int? {
    try session.first(
      """
      INSERT INTO read.tenure AS t (department, follower)
      VALUES (\(department.rawValue), \(follower))
      ON CONFLICT (department) DO UPDATE
      SET epoch = t.epoch + 1, follower = EXCLUDED.follower, backend = EXCLUDED.backend,
        taken_at = clock_timestamp(), moved_at = clock_timestamp()
      WHERE t.epoch = \(former?.epoch)::bigint
      RETURNING epoch
      """
    ) { try $0.int(0) }
  }

  /// Gives all departments back, so that others need not wait.
  static func giveBack(as follower: String, in session: Session) throws {
    try session.execute(
      "UPDATE read.tenure SET follower = NULL WHERE follower = \(follower)")
  }
}

/// What a follower's write is checked against, in the statement that moves the checkpoints: its
/// tenure must still be what it was. One that was away meanwhile writes nothing.
struct Fence: Sendable {
  let department: DepartmentCode
  let epoch: Int
  let follower: String

  /// - Throws: `Overtaken`, which must undo the transaction.
  func execute(_ statements: [Statement], in session: Session) throws {
    let ending = Statement(sql: { _ in "SELECT FROM s\(statements.count)" }, binds: [])
    if try session.execute(Statement.joined(statements + [check], ending: ending)) != 1 {
      throw Overtaken()
    }
  }

  private var check: Statement {
    Statement(
      sql: { n in
        """
        UPDATE read.tenure SET moved_at = clock_timestamp(), backend = pg_backend_pid()
        WHERE department = $\(n + 1) AND epoch = $\(n + 2)::bigint AND follower = $\(n + 3)
        RETURNING department
        """
      }, binds: [Bind(department.rawValue), Bind("\(epoch)"), Bind(follower)])
  }
}

/// A write under an epoch that is over.
struct Overtaken: Error {}
