package import Domain
import EventLog
package import Postgres

/// Takes events from the logs into the read-model tables that `search_path` names.
///
/// An event just appended costs four round trips where it changes rows of one table: the
/// checkpoints, the event, the rows, and all that changes. Statements are not prepared, since most
/// processes run them once and preparing is a round trip more.
package enum Projector {
  package static let batchSize = 1000

  /// Takes in what the department's log holds past the checkpoints, in the open transaction or
  /// one of its own, which tells listeners (``LogHint``). Whoever comes second waits for the first
  /// and then finds little to do.
  package static func catchUp(
    _ department: DepartmentCode, batch: Int = batchSize, in session: Session
  ) throws {
    if session.isInTransaction {
      return try takeIn(department, batch, announces: false, session)
    }
    try ReadSchema.transaction(isDurable: false, in: session) { session in
      try takeIn(department, batch, announces: true, session)
    }
  }

  private static func takeIn(
    _ department: DepartmentCode, _ batch: Int, announces: Bool, _ session: Session
  ) throws {
    let checkpoints = try Checkpoint.lock(department.rawValue, in: session)
    var run = ProjectionRun(department: department, checkpoints: checkpoints)
    while let after = run.nextPosition {
      let events = try LogReader.events(
        of: department.rawValue, after: after, limit: batch, in: session)
      try run.take(events, announces: announces, in: session)
      if events.count < batch { return }
    }
  }

  /// For readers: catches up the departments that are behind, each in a transaction of its own
  /// unless one is open. Read models that are ahead of their log are made anew.
  /// - Returns: the departments whose read models were ahead.
  @discardableResult
  package static func catchUpAll(
    batch: Int = batchSize, in session: Session
  ) throws -> [DepartmentCode] {
    let adrift = try adrift(in: session)
    for (department, isAhead) in adrift {
      if isAhead {
        try startOver(department, batch: batch, in: session)
      } else {
        try catchUp(department, batch: batch, in: session)
      }
    }
    return adrift.filter(\.isAhead).map(\.department)
  }

  /// Departments whose log has gone past the checkpoint of a module that isn't stopped.
  static func behind(in session: Session) throws -> [DepartmentCode] {
    try adrift(in: session).filter { !$0.isAhead }.map(\.department)
  }

  /// Departments whose log has gone past the checkpoint of a module that isn't stopped, and those
  /// of which a module has seen more than the log holds.
  static func adrift(
    in session: Session
  ) throws -> [(department: DepartmentCode, isAhead: Bool)] {
    guard session.isInTransaction else {
      return try ReadSchema.transaction(readOnly: true, in: session) { try adrift(in: $0) }
    }
    let found = try session.query(
      """
      SELECT coalesce(h.department, c.department), coalesce(c.furthest > coalesce(h.head, 0), false)
      FROM (
        SELECT d.department, (
          SELECT e."position" FROM log.event e WHERE e.department = d.department
          ORDER BY e."position" DESC LIMIT 1) AS head
        FROM log.department d
      ) h
      FULL JOIN (
        SELECT department, count(*) AS modules,
          max(greatest("position", failed_position)) AS furthest,
          min("position") FILTER (WHERE failed_position IS NULL) AS reached
        FROM checkpoint GROUP BY department
      ) c ON c.department = h.department
      WHERE c.furthest > coalesce(h.head, 0) OR h.head > CASE
        WHEN c.modules = \(ProjectionModule.all.count) THEN coalesce(c.reached, h.head) ELSE 0 END
      ORDER BY 1
      """
    ) { (DepartmentCode(try $0.text(0)), try $0.bool(1)) }
    return found.compactMap { code, isAhead in code.map { ($0, isAhead) } }
  }
}
