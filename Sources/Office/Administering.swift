import EventLog
package import Postgres
import ReadModels

/// What the log's right to administer isn't enough for: the group that the server's administrator gives is
/// needed, too. The database's owner needs neither.
package enum Administering {
  /// - Parameter asked: what it is for, in one word.
  /// - Throws: `AppendError.notPermitted`, `.nobodysLogin`, `OfficeError.outsideGroup`
  static func require(for asked: String, in head: String, _ session: Session) throws {
    if try Projector.isKeeper(session) { return }
    try LogAccess.require("administer", in: head, for: asked, session)
    try require(session, "administrator", "log.administers()")
  }

  /// Sending reads what opens targets.
  /// - Throws: `OfficeError.outsideGroup`
  package static func requireSender(_ session: Session) throws {
    if try Projector.isKeeper(session) { return }
    try require(session, "sender", "log.is_in('sender')")
  }

  /// Whether the person sees what is sent to others.
  static func seesAllTargets(_ session: Session) throws -> Bool {
    if try Projector.isKeeper(session) { return true }
    return try session.first("SELECT log.administers() OR log.is_in('sender')") {
      try $0.bool(0)
    } ?? false
  }

  /// Who changes the schema; anybody where there is none yet. Asked before the database refuses it, which
  /// can't say who may.
  /// - Throws: `ProjectionError.notKeeper`
  static func requireKeeper(_ session: Session) throws {
    let isThere = try session.first("SELECT to_regclass('log.event') IS NOT NULL") {
      try $0.bool(0)
    }
    if isThere == true { try Projector.requireKeeper(in: session) }
  }

  private static func require(_ session: Session, _ group: String, _ condition: String) throws {
    let found = try session.first(
      "SELECT current_user::text, log.group_of(\(group))::text, \(unescaped: condition)"
    ) { (try $0.text(0), try $0.text(1), try $0.bool(2)) }
    if let (person, group, isIn) = found, !isIn {
      throw OfficeError.outsideGroup(person: person, group: group)
    }
  }
}
