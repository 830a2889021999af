import Domain
package import EventLog
package import Postgres
package import ReadModels

/// Where the read models are cared for: they aren't caught up first, as an office would.
package struct ProjectionOffice: Sendable {
  private let connection: Connection

  package init(_ connection: Connection) async throws {
    self.connection = connection
    try await connection.perform { try ProgramSchema.require($0) }
  }

  package init(
    at premises: Premises, asAdministrator: Bool = false, by reach: Reach
  ) async throws {
    try await self.init(premises.connect(asAdministrator: asAdministrator, by: reach))
  }

  package func close() async { await connection.close() }

  /// How far each projection has come, who follows, and which events are passed over.
  package func status() async throws -> (
    projections: [ProjectionStatus], followers: [Following], excluded: [ExcludedEvent]
  ) {
    try await connection.perform { session in
      (
        try ProjectionStatus.all(in: session), try Following.all(in: session),
        try LogReader.excluded(in: session)
      )
    }
  }

  /// What has stopped, and which events are passed over.
  package func stopped() async throws -> (stopped: [StoppedProjection], excluded: [ExcludedEvent]) {
    try await connection.perform { session in
      (try StoppedProjection.now(in: session), try LogReader.excluded(in: session))
    }
  }

  /// Folds the logs anew and compares.
  package func check() async throws -> ProjectionCheck {
    try await connection.perform { session in
      if session.isStandby {
        throw OfficeError.onStandby(primary: try StandbyLag(of: session)?.primary)
      }
      return try ProjectionCheck.run(in: session)
    }
  }

  /// Lets what has stopped go on from the event that stopped it.
  /// - Parameters:
  ///   - projection: nil for every one.
  ///   - department: its code in any letters' case; nil for all.
  /// - Returns: what was stopped before, and what is now.
  package func retry(
    _ projection: String?, of department: String?
  ) async throws -> (before: [StoppedProjection], after: [StoppedProjection]) {
    try await connection.perform { session in
      let code = try department.map { try Self.code($0, session) }
      return try Projector.retry(projection, of: code, in: session)
    }
  }

  private static func code(_ text: String, _ session: Session) throws -> DepartmentCode {
    let known = try LogReader.departments(in: session).keys.sorted()
    let folded = text.lowercased()
    guard let code = known.first(where: { $0.lowercased() == folded }).flatMap(DepartmentCode.init)
    else { throw OfficeError.unknown(.department, text: text, candidates: known) }
    return code
  }

  /// Takes in what the logs hold.
  /// - Parameter isStopped: asked between two pieces of work.
  /// - Returns: the number of events.
  package func takeAll(until isStopped: @Sendable () -> Bool) async throws -> Int {
    try await connection.perform { try Projector.requireKeeper(in: $0) }
    var taken = 0
    while !isStopped() {
      let count = try await connection.perform { try Projector.takeTurn(in: $0) }
      if count == 0 { break }
      taken += count
    }
    return taken
  }

  /// Takes in what comes, too, until stopped.
  /// - Returns: the number of events.
  package func follow(
    until isStopped: @escaping @Sendable () -> Bool,
    telling tell: @escaping @Sendable (FollowerNews) -> Void
  ) async throws -> Int {
    try await connection.perform { try Projector.requireKeeper(in: $0) }
    return try await FollowerRun(connection, until: isStopped, telling: tell).untilStopped()
  }
}
