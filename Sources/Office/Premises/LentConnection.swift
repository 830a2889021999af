package import CivilTime
package import Domain
package import Orders
import Postgres
import PrivateServer
import ReadModels

/// A connection for one command, and whose it is.
package struct LentConnection: Sendable {
  let connection: Connection
  /// The private server's owner lends it to the account that runs this process, which owns that server:
  /// what only the owner may do needs no second one.
  package let isOwners: Bool

  /// Works at the office; nothing else on this connection comes between.
  package func work<T: Sendable>(
    _ opening: Opening, firstGivenAt: Instant? = nil,
    ahead: @escaping @Sendable ([DepartmentCode]) -> Void = { _ in },
    _ body: @Sendable (Office) throws -> T
  ) async throws -> T {
    try await connection.perform { session in
      try body(
        Office(opening, in: session, at: .now(), firstGivenAt: firstGivenAt, ahead: ahead))
    }
  }

  /// What the organization that is there is called; nil where none is, or its schema isn't this program's.
  package func organizationName() async throws -> String? {
    try await connection.perform { session in
      guard try ProgramSchema.applier.state(session) == .current else { return nil }
      return try Office(in: session, at: .now()).organization()?.name
    }
  }

  /// Founds the organization, and goes on at its office.
  package func found<T: Sendable>(
    _ founding: OrganizationFounding, _ order: Order,
    _ body: @Sendable (Office, Outcome<OrganizationEvent>) throws -> T
  ) async throws -> T {
    try await connection.perform { session in
      let outcome = try Office.found(founding, order, at: .now(), in: session)
      return try body(Office(in: session, at: .now()), outcome)
    }
  }

  /// Refuses a database that isn't of this program's schema.
  package func requireSchema() async throws {
    try await connection.perform { try ProgramSchema.require($0) }
  }

  package func close() async { await connection.close() }

  /// Takes in what was recorded. What can't be taken in now is later.
  /// - Parameter departments: those in whose logs it was; nil for any.
  package func catchUp(of departments: Set<DepartmentCode>?) async {
    _ = try? await connection.perform { try Office.catchUp(of: departments, in: $0) }
  }

  /// The same as the owner, who gets the connection back.
  package func keepReadModelsUp(of departments: Set<DepartmentCode>?) async {
    _ = try? await connection.perform { session in
      try session.execute("RESET SESSION AUTHORIZATION")
      _ = try Office.catchUp(of: departments, in: session)
    }
  }
}

extension Premises {
  /// For what asks the office and records nothing that others wait for.
  package func lend(asAdministrator: Bool = false, by reach: Reach) async throws -> LentConnection {
    LentConnection(
      connection: try await connect(asAdministrator: asAdministrator, by: reach), isOwners: false)
  }

  /// A connection for one command.
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
