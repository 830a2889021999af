import Domain
import EventLog
package import Postgres

extension Projector {
  /// Takes in a batch of each department that is behind and that nobody else is at.
  /// - Returns: the number of events taken in.
  package static func takeTurn(batch: Int = batchSize, in session: Session) throws -> Int {
    try behind(in: session).shuffled().reduce(0) { sum, department in
      sum
        + (try ReadSchema.transaction(isDurable: false, in: session) { session in
          guard var run = try ProjectionRun.ifFree(department, in: session) else { return 0 }
          return try run.takeNext(batch, in: session)
        })
    }
  }
}

extension ProjectionRun {
  /// Holding the department's checkpoints; nil when somebody else does.
  static func ifFree(_ department: DepartmentCode, in session: Session) throws -> ProjectionRun? {
    try Checkpoint.lockIfFree(department.rawValue, in: session).map {
      ProjectionRun(department: department, checkpoints: $0)
    }
  }

  /// Takes in the next events, as many as there are up to a limit; how many.
  mutating func takeNext(
    _ limit: Int, under fence: Fence? = nil, in session: Session
  ) throws -> Int {
    guard let after = nextPosition else { return 0 }
    let events = try LogReader.events(
      of: department.rawValue, after: after, limit: limit, in: session)
    try take(events, under: fence, in: session)
    return events.count
  }
}
