package import Domain
package import Postgres
import PrivateServer

/// How a door connects.
package struct Reach: Sendable {
  /// `pdca` itself, which watches over a private server that is started here.
  package let program: String
  /// For connecting, and then for each call.
  package let deadline: Duration

  package init(program: String, deadline: Duration) {
    (self.program, self.deadline) = (program, deadline)
  }
}

extension Premises {
  /// A connection; the private server is started when it rests.
  package func connect(asAdministrator: Bool = false, by reach: Reach) async throws -> Connection {
    try await connect(
      asAdministrator: asAdministrator, watchedBy: reach.program, deadline: reach.deadline)
  }

  /// Lets an account work with the logs; on the private server its role is made.
  /// - Throws: ``OfficeError/noRole(_:)`` where another's server doesn't know it.
  package func letIn(_ account: Account, by reach: Reach) async throws {
    if case .privateCluster(let cluster, _) = self {
      try await cluster.start(watcher: Self.watcher(of: cluster, reach.program))
      try await cluster.addLogin(role: account.rawValue)
    }
    let connection = try await connect(asAdministrator: true, by: reach)
    do {
      try await connection.perform { try Administering.requireKeeper($0) }
      try await connection.perform { try LogRoles.permit(account.rawValue, $0) }
    } catch let error as PostgresError where error.sqlState == .undefinedObject {
      throw OfficeError.noRole(account.rawValue)
    }
    await connection.close()
  }

  /// Refuses an account whose role another's server would have to have first.
  func requireRole(_ account: Account, _ office: Office) throws {
    guard case .server = self else { return }
    if try !office.hasRole(of: account) { throw OfficeError.noRole(account.rawValue) }
  }
}
