import Domain
import EventLog
package import Postgres

extension Projector {
  /// One round of a follower: takes in a batch of each department that is behind and that nobody
  /// else is at. The lock on the checkpoints, the rows and the checkpoints' move are one
  /// transaction, so that a follower which froze and comes back either still holds the lock, or
  /// has lost its connection and with it all that it had not committed.
  /// - Returns: the number of events taken in.
  package static func takeTurn(batch: Int = batchSize, in session: Session) throws -> Int {
    try behind(in: session).shuffled().reduce(0) { sum, department in
      sum
        + (try session.transaction { session in
          try ReadSchema.enter(session)
          return try takeBatch(of: department, batch, session)
        })
    }
  }

  /// A server ends a follower's connection that sleeps in a transaction for so long: its locks
  /// would keep others from the department.
  package static func limitIdleness(seconds: Int = 5, in session: Session) throws {
    try session.execute(
      "SELECT set_config('idle_in_transaction_session_timeout', \(seconds * 1000)::text, false)")
  }

  private static func takeBatch(
    of department: DepartmentCode, _ batch: Int, _ session: Session
  ) throws -> Int {
    guard let checkpoints = try Checkpoint.lockIfFree(department.rawValue, in: session) else {
      return 0
    }
    var run = ProjectionRun(department: department, checkpoints: checkpoints)
    guard let after = run.nextPosition else { return 0 }
    let events = try LogReader.events(
      of: department.rawValue, after: after, limit: batch, in: session)
    try run.take(events, in: session)
    return events.count
  }
}
