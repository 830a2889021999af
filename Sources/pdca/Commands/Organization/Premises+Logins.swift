import Domain
import EventLog
import Office
import Postgres
import PrivateServer

extension Premises {
  /// Lets an account work with the logs; on the private server its role is made.
  func letIn(_ account: Account) async throws {
    if case .privateCluster(let cluster, _) = self {
      try await cluster.start(watcher: Self.watcher(of: cluster))
      try await cluster.addLogin(role: account.rawValue)
    }
    let connection = try await connect(asAdministrator: true)
    do {
      try await connection.perform { try LogRoles.permit(account.rawValue, $0) }
    } catch let error as PostgresError where error.sqlState == .undefinedObject {
      throw DeskError.noRole(account.rawValue)
    }
    await connection.close()
  }

  /// Refuses an account whose role another's server would have to have first.
  func requireRole(_ account: Account, _ office: Office) throws {
    guard case .server = self else { return }
    if try !office.hasRole(of: account) { throw DeskError.noRole(account.rawValue) }
  }
}
