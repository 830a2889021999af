import EventLog
import Postgres
import ReadModels

/// Brings a database to this program's schema, as its administrator.
enum Installation {
  /// Migrations, definitions and read models; then the account that runs this may work there.
  /// - Returns: the names of the migrations applied now.
  @discardableResult
  static func install(_ premises: Premises) async throws -> [String] {
    let connection = try await premises.connect(asAdministrator: true)
    let role = premises.userRole
    let applied = try await connection.perform { session in
      let applied = try ProgramSchema.applier.migrate(session)
      try ReadSchema.ensure(session)
      if let role {
        try permit(role, session)
        try session.execute("GRANT pdca_administrator TO \(identifier: role)")
      }
      return applied
    }
    await connection.close()
    return applied
  }

  /// Lets a role work with the logs.
  static func permit(_ role: String, _ session: Session) throws {
    try session.execute("GRANT pdca_member TO \(identifier: role)")
  }
}

extension Premises {
  /// The role to be permitted, and to administrate, on a private server; elsewhere the server's administrator decides.
  fileprivate var userRole: String? {
    guard case .privateCluster(let cluster, _) = self else { return nil }
    return cluster.userRole
  }
}
