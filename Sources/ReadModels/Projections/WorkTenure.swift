package import Postgres

/// Whose a piece of work is that several processes could do, such as sending to a target: the same
/// tenures by which followers share departments. Whoever takes one over raises its epoch, and what the
/// former holder does afterwards is refused.
package struct WorkTenure: Sendable, Equatable {
  /// Such as `share/sales-slack`; a department's code holds no slash.
  package let work: String
  package let epoch: Int
  package let holder: String

  /// What a living holder takes at most from one sign of life to the next.
  package static let patience = Duration.seconds(300)

  /// Takes the work; nil while a living other one has it.
  package static func take(
    _ work: String, as holder: String, patience: Duration = patience, in session: Session
  ) throws -> WorkTenure? {
    let limit = "\(Int(patience / .milliseconds(1))) milliseconds"
    return try session.first(
      """
      INSERT INTO read.tenure AS t (department, follower) VALUES (\(work), \(holder))
      ON CONFLICT (department) DO UPDATE
      SET epoch = t.epoch + 1, follower = EXCLUDED.follower, backend = EXCLUDED.backend,
        taken_at = clock_timestamp(), moved_at = clock_timestamp()
      WHERE t.follower IS NULL OR t.follower = EXCLUDED.follower
        OR NOT EXISTS (SELECT FROM pg_stat_get_activity(t.backend))
        OR t.moved_at < clock_timestamp() - \(limit)::interval
      RETURNING epoch
      """
    ) { WorkTenure(work: work, epoch: try $0.int(0), holder: holder) }
  }

  /// A sign of life, and the fence: false where somebody else has taken the work over. In a
  /// transaction with what rests on it.
  package func isHeld(in session: Session) throws -> Bool {
    try session.execute(
      """
      UPDATE read.tenure SET moved_at = clock_timestamp(), backend = pg_backend_pid()
      WHERE department = \(work) AND epoch = \(epoch)::bigint AND follower = \(holder)
      """) == 1
  }

  /// Leaves all work of a holder to others.
  package static func giveBack(as holder: String, in session: Session) throws {
    try Tenure.giveBack(as: holder, in: session)
  }
}
