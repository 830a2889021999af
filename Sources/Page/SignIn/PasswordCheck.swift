package import Domain
package import Postgres

/// Asks the database whether a password is a role's. It is asked by a login that leaves at once; a server
/// that would let anybody in without a password proves nothing, and is refused.
package struct PasswordCheck: Sendable {
  private let target: Target

  package init(_ target: Target) { self.target = target }

  package func callAsFunction(_ account: Account, _ password: String) async throws -> Bool {
    guard !account.rawValue.hasPrefix("pg_") else { return false }
    let asked = target.user(account.rawValue).setting("password", to: password)
      .setting("passfile", to: "/dev/null")
    do {
      let connection = try await Connection.open(asked, deadline: .seconds(10))
      let isAsked = try await connection.perform { $0.usedPassword }
      await connection.close()
      return isAsked
    } catch PostgresError.connectionFailed(_, let state?) where state.classCode == "28" {
      return false
    } catch PostgresError.notPermitted {
      return false
    } catch PostgresError.connectionFailed(let message, _) where message.contains("authentication")
    {
      return false
    }
  }
}
