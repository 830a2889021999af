import Domain
import EventLog
import Postgres
import ReadModels

extension Tracker {
  /// Runs queries over read models that hold everything recorded so far, in one snapshot.
  package func read<T>(_ body: () throws -> T) throws -> T {
    if session.isInTransaction {
      try ReadSchema.enter(session)
      return try body()
    }
    return try Projector.caughtUp(in: session) { _ in try body() }
  }

  /// Brings the read models up to what was just appended; inside a caller's transaction that is
  /// left to the next reader.
  func project(_ department: DepartmentCode) throws {
    if !session.isInTransaction { try Projector.catchUp(department, in: session) }
  }
}
