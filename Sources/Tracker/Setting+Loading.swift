package import CivilTime
package import Domain
import EventLog
package import Postgres
import ReadModels

extension Setting {
  /// The setting of the session's organization.
  /// - Parameter ahead: told of the departments whose read models knew more than their log, and
  ///   were made anew from it.
  /// - Throws: `TrackerError.notFounded` before `init`.
  package static func load(
    from session: Session, at now: Instant, ahead: ([DepartmentCode]) -> Void = { _ in }
  ) throws -> Setting {
    let found = try Projector.caughtUp(in: session, ahead: ahead) { session in
      try session.first(query) { row in
        guard let head = DepartmentCode(try row.text(4)) else { throw TrackerError.notFounded }
        return Setting(
          actor: try account(row.text(0)), actorIsMachine: try row.bool(1),
          people: try row.int(2), head: head,
          zone: try TimeZoneRules.load(identifier: try row.text(3)), now: now)
      }
    }
    guard let found else { throw TrackerError.notFounded }
    return found
  }

  /// The database role that the session is logged in as.
  package static func actor(of session: Session) throws -> Account {
    try account(try session.first("SELECT session_user::text") { try $0.text(0) } ?? "")
  }

  private static let query: Query = """
    SELECT session_user::text,
      coalesce((SELECT bool_or(m.is_machine) FROM member m
        WHERE m.account = session_user AND m.left_at IS NULL), false),
      (SELECT count(*) FROM member m WHERE NOT m.is_machine AND m.left_at IS NULL),
      o.time_zone, d.department
    FROM organization o JOIN log.department d ON d.head
    """

  private static func account(_ text: String) throws -> Account {
    guard let account = Account(text) else {
      throw PostgresError.misuse("the role \(text) can't be an account")
    }
    return account
  }
}
