package import Domain
import EventLog
package import Postgres

/// Takes events from the logs into the read-model tables that `search_path` names.
///
/// An event just appended costs four round trips where it changes rows of one table: the
/// checkpoints and the event, the rows, all that changes, and the commit. Statements are not prepared, since most
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
      let checkpoints = try Checkpoint.lock(department.rawValue, in: session)
      return try takeIn(department, checkpoints, nil, batch, announces: false, session)
    }
    var locked: [Checkpoint] = []
    var events: [RecordedEvent] = []
    func take(_ place: Int, _ row: borrowing Row) throws {
      if place == 0 { try locked.append(Checkpoint(row)) }
      if place == 1 { try events.append(LogReader.event(row)) }
    }
    try ReadSchema.transaction(
      isDurable: false,
      next: [Checkpoint.locking(department.rawValue), beyondCheckpoints(department, batch)],
      onRow: take, in: session
    ) { session in
      let all = Checkpoint.inOrder(locked)
      try takeIn(
        department, try all ?? Checkpoint.lock(department.rawValue, in: session),
        all == nil ? nil : events, batch, announces: true, session)
    }
  }

  /// Events past the least checkpoint of the modules that go on.
  private static func beyondCheckpoints(_ department: DepartmentCode, _ batch: Int) -> Query {
    LogReader.events(
      of: department.rawValue,
      afterSQL: """
        SELECT min(c."position") FROM checkpoint c
        WHERE c.department = $1 AND c.failed_position IS NULL
        """, limit: batch)
  }

  /// - Parameter events: the first ones past the checkpoints, where they were read already.
  private static func takeIn(
    _ department: DepartmentCode, _ checkpoints: [Checkpoint], _ events: [RecordedEvent]?,
    _ batch: Int, announces: Bool, _ session: Session
  ) throws {
    var run = ProjectionRun(department: department, checkpoints: checkpoints)
    var ready = events
    while let after = run.nextPosition {
      let events =
        try ready
        ?? LogReader.events(of: department.rawValue, after: after, limit: batch, in: session)
      ready = nil
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
    let found = try session.query(adriftQuery) { (DepartmentCode(try $0.text(0)), try $0.bool(1)) }
    return found.compactMap { code, isAhead in code.map { ($0, isAhead) } }
  }
  /// Answers a row for each department that is adrift: its code, and whether it is ahead.
  static let adriftQuery: Query = """
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
}
