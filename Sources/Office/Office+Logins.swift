import CivilTime
package import Domain
import EventLog
package import Postgres
import ReadModels

extension Office {
  /// Members that no role of this server bears the name of, as after a backup was restored elsewhere:
  /// roles are the server's, and no part of it.
  package static func membersWithoutLogin(in session: Session) throws -> [Account] {
    guard try LogReader.departments(in: session).isEmpty == false else { return [] }
    let roles = Set(
      try session.query("SELECT rolname::text FROM pg_catalog.pg_roles WHERE rolcanlogin") {
        try $0.text(0)
      })
    let office = try Office(in: session, at: .now(), ahead: { _ in })
    return try office.members().filter { !$0.member.isMachine }.map(\.member.account)
      .filter { !roles.contains($0.rawValue) }
  }
}
