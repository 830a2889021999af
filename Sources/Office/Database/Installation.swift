import CivilTime
package import Domain
package import EventLog
import Postgres
import PrivateServer
package import ReadModels
package import Reviews

/// Brings a database to this program's schema, as its administrator.
package enum Installation {
  /// What was brought up to date.
  package struct Result: Sendable {
    /// Names of the migrations applied now.
    package let applied: [String]
    /// Nil when the read models were current.
    package let rebuilt: RebuildReport?
  }

  /// What is told of it while it goes on; from several connections at once.
  package enum News: Sendable {
    /// So many of all events are taken in.
    case rebuilding(Int, of: Int)
    /// Departments whose read models knew more than their log, and were made anew from it.
    case ahead([DepartmentCode])
    /// What keeps the star schema from following; it keeps nobody from working.
    case star(StarError)
  }

  /// Migrations, definitions and read models; then the account that runs this may work there.
  @discardableResult
  package static func install(
    _ premises: Premises, by reach: Reach, _ tell: @escaping @Sendable (News) -> Void
  ) async throws -> Result {
    let connection = try await premises.connect(asAdministrator: true, by: reach)
    let role = premises.userRole
    let applied = try await connection.perform { session in
      try Administering.requireKeeper(session)
      return try ProgramSchema.applier.migrate(session)
    }
    let rebuilt = try await rebuild(premises, always: false, by: reach, tell)
    try await connection.perform { session in
      try ReadSchema.permit(session)
      // What came from a backup may know more than its log.
      let ahead = try Office.catchUp(in: session)
      if !ahead.isEmpty { tell(.ahead(ahead)) }
      try refreshStar(tell, in: session)
    }
    if let role {
      try await connection.perform { try LogRoles.permitAdministration(role, $0) }
    }
    await connection.close()
    return Result(applied: applied, rebuilt: rebuilt)
  }

  /// The star schema, with its privileges, over the read models in use.
  private static func refreshStar(_ tell: (News) -> Void, in session: Session) throws {
    do {
      try StarSchema.follow(session)
      _ = try StarOffice.computeSignals(in: session)
      _ = try StarOffice.computeGains(in: session)
    } catch let error as StarError { tell(.star(error)) }
  }

  /// Makes and keeps the reports of closed reviews that none are kept of; when the read models are
  /// current.
  /// - Parameter form: makes of a report what is kept.
  /// - Returns: how many are kept now.
  @discardableResult
  package static func keepReports(
    _ premises: Premises, by reach: Reach, _ tell: @escaping @Sendable (News) -> Void,
    as form: @escaping @Sendable (ReviewReport) -> KeptReport
  ) async throws -> Int {
    let connection = try await premises.connect(asAdministrator: true, by: reach)
    let kept = try await connection.perform { session in
      // A reporting server gets them from the primary.
      guard try Upstream(in: session) == nil, try !KeptReport.missing(in: session).isEmpty else {
        return 0
      }
      return try Office(in: session, at: .now(), ahead: { tell(.ahead($0)) })
        .keepMissingReports(as: form).count
    }
    await connection.close()
    return kept
  }

  /// Builds the read models, always or only where they changed.
  package static func rebuild(
    _ premises: Premises, always: Bool, workers: Int = 2, by reach: Reach,
    _ tell: @escaping @Sendable (News) -> Void
  ) async throws -> RebuildReport? {
    try await Rebuild(
      workers: workers,
      connect: { try await premises.connect(asAdministrator: true, by: reach) },
      onProgress: { tell(.rebuilding($0, of: $1)) }
    ).run(always: always)
  }
}

extension Premises {
  /// The role to be permitted, and to administrate, on a private server; elsewhere the server's administrator decides.
  fileprivate var userRole: String? {
    guard case .privateCluster(let cluster, _) = self else { return nil }
    return cluster.userRole
  }
}
