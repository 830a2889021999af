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

/// A connection for one command, and whose it is.
package struct LentConnection: Sendable {
  package let connection: Connection
  /// The private server's owner lends it to the account that runs this process, which owns that server:
  /// what only the owner may do needs no second one.
  package let isOwners: Bool

  /// Takes in what was recorded, as the owner. What can't be taken in now is later.
  package func keepReadModelsUp() async {
    _ = try? await connection.perform { session in
      try session.execute("RESET SESSION AUTHORIZATION")
      _ = try Office.catchUp(in: session)
    }
  }
}

extension Premises {
  package func connectToWork(by reach: Reach) async throws -> LentConnection {
    guard case .privateCluster(let cluster, let role) = self,
      (role ?? cluster.userRole) == cluster.userRole, cluster.userRole != cluster.administratorRole
    else { return LentConnection(connection: try await connect(by: reach), isOwners: false) }
    let connection = try await connect(asAdministrator: true, by: reach)
    do {
      _ = try await connection.perform {
        try $0.execute("SET SESSION AUTHORIZATION \(identifier: cluster.userRole)")
      }
      return LentConnection(connection: connection, isOwners: true)
    } catch is PostgresError {
      // It has no such login: connecting as it says so.
      await connection.close()
      return LentConnection(connection: try await connect(by: reach), isOwners: false)
    }
  }
}
