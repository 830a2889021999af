package import CivilTime
package import Domain
import EventLog
package import Orders
package import Postgres
package import ReadModels

extension Setting {
  /// The setting of the session's organization.
  /// - Parameter ahead: told of the departments whose read models knew more than their log, and
  ///   were made anew from it.
  /// - Parameter stopped: told of the projections that have stopped.
  /// - Throws: `OrderError.notFounded` before `init`.
  package static func load(
    from session: Session, at now: Instant, ahead: ([DepartmentCode]) -> Void = { _ in },
    stopped: ([StoppedProjection]) -> Void = { _ in }
  ) throws -> Setting {
    let found = try Projector.caughtUp(in: session, ahead: ahead) { view in
      stopped(try view.stopped())
      return try session.first(query) { try Setting($0, at: now) }
    }
    guard let found else { throw OrderError.notFounded }
    return found
  }

  /// The same from a snapshot that is begun with it, and stays open for the command's other reads.
  /// - Parameters:
  ///   - departments: those whose logs are looked at to begin with, beside the head's; nil for all.
  ///   - premise: a query answered before all else; what `onPremise` throws about its row comes before
  ///     any other fault.
  package static func load(
    beginning snapshot: SharedSnapshot, of departments: Set<DepartmentCode>?, at now: Instant,
    premise: Query, ahead: @escaping ([DepartmentCode]) -> Void = { _ in },
    onPremise: (borrowing Row) throws -> Void
  ) throws -> Setting {
    var found: Setting?
    try snapshot.begin(of: departments, before: [premise], after: [query], ahead: ahead) {
      place, row in
      if place == 0 { try onPremise(row) } else { found = try Setting(row, at: now) }
    }
    guard let found else { throw OrderError.notFounded }
    return found
  }

  private init(_ row: borrowing Row, at now: Instant) throws {
    guard let head = DepartmentCode(try row.text(4)) else { throw OrderError.notFounded }
    self.init(
      actor: try Self.account(row.text(0)), actorIsMachine: try row.bool(1),
      people: try row.int(2), head: head,
      zone: try TimeZoneRules.load(identifier: try row.text(3)), now: now,
      mayProject: try row.bool(5))
    isNobody = try row.bool(6)
    upstream = try row.textIfPresent(7)
  }

  /// The database role that the session is logged in as.
  package static func actor(of session: Session) throws -> Account {
    try account(try session.first("SELECT log.person()") { try $0.text(0) } ?? "")
  }

  private static let query: Query = """
    SELECT log.person(),
      coalesce((SELECT bool_or(m.is_machine) FROM member m
        WHERE m.account = log.person() AND m.left_at IS NULL), false),
      (SELECT count(*) FROM (
        SELECT FROM member m WHERE NOT m.is_machine AND m.left_at IS NULL LIMIT 2) two),
      o.time_zone, d.department, current_setting('search_path') <> 'pg_temp'
        AND has_table_privilege('checkpoint', 'UPDATE'),
      CASE WHEN pg_has_role('pg_database_owner', 'USAGE') THEN false
        ELSE log.reading() = 'frame' END,
      (SELECT u.place FROM log.upstream u)
    FROM organization o JOIN log.head_department() d(department) ON d.department IS NOT NULL
    """

  private static func account(_ text: String) throws -> Account {
    guard let account = Account(text) else {
      throw PostgresError.misuse("the role \(text) can't be an account")
    }
    return account
  }
}
