package import Domain
import EventLog
import Postgres
import ReadModels

extension Tracker {
  /// Runs queries over read models that hold everything recorded so far, in one snapshot, or what
  /// a look into the past takes in.
  /// - Parameter departments: those whose logs the queries ask about; nil for all. Looking into the
  ///   past, no others are folded.
  package func read<T>(
    of departments: Set<DepartmentCode>? = nil, _ body: () throws -> T
  ) throws -> T {
    if let past {
      try past.include(departments)
      return try body()
    }
    if session.isInTransaction {
      try ReadSchema.enter(session)
      return try body()
    }
    try Projector.catchUpAll(in: session)
    return try session.transaction(isolation: .repeatableRead, readOnly: true) { session in
      try ReadSchema.enter(session)
      return try body()
    }
  }

  /// How far what is read has come in each department's log; inside `read` alone.
  package func positions() throws -> [DepartmentCode: Int] {
    try past?.cut.positions ?? Checkpoint.positions(in: session)
  }

  /// How many events the item's stream has.
  package func version(of id: ItemID) throws -> Int {
    guard let past else {
      return try LogReader.version(
        of: id.stream, in: id.department.rawValue, session: session)
    }
    return try LogReader.stream(
      id.stream, of: id.department.rawValue, upTo: past.cut.positions[id.department] ?? 0,
      in: session
    ).count
  }

  /// Brings the read models up to what was just appended; inside a caller's transaction that is
  /// left to the next reader.
  func project(_ department: DepartmentCode) throws {
    if !session.isInTransaction { try Projector.catchUp(department, in: session) }
  }
}
