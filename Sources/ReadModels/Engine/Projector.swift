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
      let checkpoints = try ProjectionCheckpoint.lock(department.rawValue, in: session)
      return try takeIn(department, checkpoints, nil, batch, announces: false, session)
    }
    var locked: [ProjectionCheckpoint] = []
    var events: [RecordedEvent] = []
    func take(_ place: Int, _ row: borrowing Row) throws {
      if place == 0 { try locked.append(ProjectionCheckpoint(row)) }
      if place == 1 { try events.append(LogReader.event(row)) }
    }
    try ReadSchema.transaction(
      isDurable: false,
      next: [
        ProjectionCheckpoint.locking(department.rawValue), beyondCheckpoints(department, batch),
      ],
      onRow: take, in: session
    ) { session in
      let all = ProjectionCheckpoint.inOrder(locked)
      try takeIn(
        department, try all ?? ProjectionCheckpoint.lock(department.rawValue, in: session),
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
    _ department: DepartmentCode, _ checkpoints: [ProjectionCheckpoint], _ events: [RecordedEvent]?,
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
  /// - Parameter departments: those whose logs are looked at, beside the head's; nil for all.
  /// - Returns: the departments whose read models were ahead.
  /// - Throws: `ProjectionError.notKeeper` where there is something to do and the person may not.
  @discardableResult
  package static func catchUpAll(
    of departments: Set<DepartmentCode>? = nil, batch: Int = batchSize, in session: Session
  ) throws -> [DepartmentCode] {
    let adrift = try adrift(of: departments, in: session)
    if adrift.contains(where: { !$0.mayProject }) { try requireKeeper(in: session) }
    for log in adrift {
      if log.isAhead {
        try startOver(log.department, batch: batch, in: session)
      } else {
        try catchUp(log.department, batch: batch, in: session)
      }
    }
    return adrift.filter(\.isAhead).map(\.department)
  }

  /// Departments whose log has gone past the checkpoint of a module that isn't stopped.
  static func behind(in session: Session) throws -> [DepartmentCode] {
    let adrift = try adrift(in: session)
    if adrift.contains(where: { !$0.mayProject }) { try requireKeeper(in: session) }
    return adrift.filter { !$0.isAhead }.map(\.department)
  }

  /// Departments whose log has gone past the checkpoint of a module that isn't stopped, and those
  /// of which a module has seen more than the log holds.
  /// - Parameter departments: those that are looked at, beside the head's; nil for all.
  static func adrift(
    of departments: Set<DepartmentCode>? = nil, in session: Session
  ) throws -> [AdriftLog] {
    guard session.isInTransaction else {
      return try ReadSchema.transaction(readOnly: true, in: session) {
        try adrift(of: departments, in: $0)
      }
    }
    return try session.query(adriftQuery(of: departments)) { try AdriftLog($0) }
      .compactMap(\.self)
  }

  /// Answers a row for each department that is adrift, as `AdriftLog` reads it. Of some departments it costs
  /// the same however many there are.
  static func adriftQuery(of departments: Set<DepartmentCode>?) -> Query {
    guard let departments else {
      return adriftQuery(
        from: """
          log.heads() h
          FULL JOIN (SELECT department, \(progress) FROM checkpoint GROUP BY department) c
          ON c.department = h.department
          """)
    }
    let codes = departments.map { Query.quoted(literal: $0.rawValue) }.sorted()
    return adriftQuery(
      from: """
        (SELECT d.department, log.head(d.department) AS head FROM (
          SELECT l FROM log.head_department() l WHERE l IS NOT NULL
          UNION SELECT unnest(ARRAY[\(codes.joined(separator: ", "))]::text[])) d (department)) h
        LEFT JOIN LATERAL (
          SELECT min(k.department) AS department, \(progress)
          FROM checkpoint k WHERE k.department = h.department) c ON true
        """)
  }

  private static let progress = """
    count(*) AS modules, max(greatest("position", failed_position)) AS furthest,
    min("position") FILTER (WHERE failed_position IS NULL) AS reached
    """

  /// - Parameter source: SQL that names each department's end `h` and progress `c`.
  private static func adriftQuery(from source: String) -> Query {
    """
    SELECT coalesce(h.department, c.department), coalesce(c.furthest > coalesce(h.head, 0), false),
      has_table_privilege('checkpoint', 'UPDATE')
    FROM \(unescaped: source)
    WHERE c.furthest > coalesce(h.head, 0) OR h.head > CASE
      WHEN c.modules = \(ProjectionModule.all.count) THEN coalesce(c.reached, h.head) ELSE 0 END
    ORDER BY 1
    """
  }
}

/// A department whose read models are out of step with its log.
struct AdriftLog: Sendable, Equatable {
  var department: DepartmentCode
  /// They hold more than the log.
  var isAhead: Bool
  /// Whether the person at work may write them.
  var mayProject: Bool

  init?(_ row: borrowing Row) throws {
    guard let code = DepartmentCode(try row.text(0)) else { return nil }
    (department, isAhead, mayProject) = (code, try row.bool(1), try row.bool(2))
  }
}

extension Projector {
  /// Runs the body in one snapshot in which the read models hold everything recorded so far.
  ///
  /// Mostly nothing is behind: looking and reading then share one transaction. On a standby, which takes
  /// no writes, they hold what was replayed. Who may not write them waits for a follower that is at it, for
  /// a while, and then reads through the logs (``PresentModels``).
  /// - Parameters:
  ///   - departments: those whose logs the body asks about, beside the head's; nil for all.
  ///   - ahead: told of the departments whose read models knew more than their log, and were made
  ///     anew from it.
  package static func caughtUp<T>(
    of departments: Set<DepartmentCode>? = nil, in session: Session, for person: Account? = nil,
    ahead: ([DepartmentCode]) -> Void = { _ in }, _ body: (View) throws -> T
  ) throws -> T {
    var caughtUp: SchemaPointer?
    var hasWaited = false
    while true {
      var pointer: SchemaPointer?
      var left: [AdriftLog] = []
      let found: T? = try snapshot(in: session) { session in
        let view = View(of: session, for: person)
        if session.isStandby { return try body(view) }
        let adrift = try adrift(of: departments, in: session)
        if adrift.isEmpty { return try body(view) }
        left = adrift.filter { !$0.mayProject }
        if !left.isEmpty { return nil }
        // A rebuild may have put others in their place meanwhile, which know less.
        pointer = try SchemaPointer.current(session)
        return pointer == caughtUp ? try body(view) : nil
      }
      if let found { return found }
      if !left.isEmpty {
        if !hasWaited, try PresentModels.awaited(left, in: session) {
          hasWaited = true
          continue
        }
        return try session.rehearsal { session in
          try body(present(of: departments, in: session, for: person))
        }
      }
      caughtUp = pointer
      let repaired = try catchUpAll(of: departments, in: session)
      if !repaired.isEmpty { ahead(repaired) }
    }
  }

  /// The present as the open transaction sees it, which may make temporary tables, for who may not write
  /// the read models: those, or what is read through the logs.
  /// - Parameter departments: those whose logs are looked at, beside the head's; nil for all.
  package static func present(
    of departments: Set<DepartmentCode>? = nil, in session: Session, for person: Account?
  ) throws -> View {
    if try PresentModels.enterAgain(in: session) { return View(of: session, for: person) }
    let view = try ReadSchema.enter(session, for: person)
    let left = try adrift(of: departments, in: session).filter { !$0.mayProject }
    if !session.isStandby, !left.isEmpty {
      try PresentModels.make(of: left.map(\.department), in: session)
    }
    return view
  }

  /// Takes away what `present` made in a transaction that is to be committed, and looks anew when it is asked
  /// again in the same one.
  package static func leave(_ session: Session) throws {
    if try PresentModels.enterAgain(in: session) { try session.execute("DISCARD TEMP") }
  }

  private static func snapshot<T>(
    in session: Session, _ body: (Session) throws -> T
  ) throws -> T {
    try ReadSchema.transaction(
      isolation: .repeatableRead, readOnly: true, in: session, body)
  }

  /// Begins a snapshot in which the read models hold everything recorded so far, and leaves it
  /// open: `endSnapshot` ends it.
  /// - Parameters:
  ///   - departments: those whose logs are looked at, beside the head's; nil for all.
  ///   - before: queries that need no read models, answered first.
  ///   - after: queries of the read models, in the same round trip. When they are behind, both are
  ///     answered a second time.
  ///   - onRow: gets each row, with its query's place in `before` and then `after`. What it throws
  ///     ends the matter before anything is caught up.
  /// - Returns: whether it reads through the logs: then its end is to undo what it made.
  package static func beginCaughtUp(
    of departments: Set<DepartmentCode>? = nil, before: [Query] = [], after: [Query] = [],
    in session: Session,
    ahead: ([DepartmentCode]) -> Void = { _ in },
    onRow: (Int, borrowing Row) throws -> Void = { _, _ in }
  ) throws -> Bool {
    var entered = ""
    var left: [AdriftLog] = []
    func begin() throws -> Bool {
      let entering = before.count
      left = []
      let counts = try session.beginSnapshot(
        before + [ReadSchema.entering, adriftQuery(of: departments)] + after
      ) { place, row in
        if place < entering { try onRow(place, row) }
        if place == entering { entered = try row.text(0) }
        if place == entering + 1, let log = try AdriftLog(row), !log.mayProject { left.append(log) }
        if place > entering + 1 { try onRow(place - 2, row) }
      }
      if counts[entering] == 0 {
        try session.endSnapshot()
        throw NotEntered()
      }
      return session.isStandby || counts[entering + 1] == 0
    }
    var caughtUp = ""
    var hasWaited = false
    while try !ReadSchema.explaining(session, begin) {
      if !left.isEmpty {
        try session.endSnapshot()
        if !hasWaited, try PresentModels.awaited(left, in: session) {
          hasWaited = true
          continue
        }
        try beginThroughLogs(of: departments, before, after, in: session, onRow)
        return true
      }
      // A rebuild may have put others in their place meanwhile, which know less.
      if entered == caughtUp { return false }
      caughtUp = entered
      try session.endSnapshot()
      let repaired = try catchUpAll(of: departments, in: session)
      if !repaired.isEmpty { ahead(repaired) }
    }
    return false
  }

  private static func beginThroughLogs(
    of departments: Set<DepartmentCode>?, _ before: [Query], _ after: [Query], in session: Session,
    _ onRow: (Int, borrowing Row) throws -> Void
  ) throws {
    _ = try session.beginSnapshot(before, takesNotes: true, onRow: onRow)
    do {
      _ = try present(of: departments, in: session, for: nil)
      for (place, query) in after.enumerated() {
        _ = try session.query(query) { try onRow(before.count + place, $0) }
      }
    } catch {
      if session.isOpen, session.isInTransaction { try? session.endSnapshot(undoing: true) }
      throw error
    }
  }
}

/// Read models that know more than the log, as after an older log was restored beside them.
extension Projector {
  /// Empties the department's rows and takes its log in again from the first event, in the open
  /// transaction or one of its own. Rows that other departments' events made stay.
  package static func startOver(
    _ department: DepartmentCode, batch: Int = batchSize, in session: Session
  ) throws {
    guard session.isInTransaction else {
      try requireKeeper(in: session)
      return try session.transaction { session in
        try ReadSchema.enter(session)
        try startOver(department, batch: batch, in: session)
      }
    }
    _ = try ProjectionCheckpoint.lock(department.rawValue, in: session)
    try empty(department, in: session)
    try session.execute(
      """
      UPDATE checkpoint SET "position" = 0, error = NULL, failed_position = NULL
      WHERE department = \(department.rawValue)
      """)
    if try LogReader.departments(in: session)[department.rawValue] != nil {
      try catchUp(department, batch: batch, in: session)
    }
  }

  /// Every table's key begins with the department whose events made the row. The checkpoints stay,
  /// since others wait for their locks.
  private static func empty(_ department: DepartmentCode, in session: Session) throws {
    for table in ProjectionModule.all.flatMap(\.tables).map({ $0.table }) {
      try session.execute(
        "DELETE FROM \(unescaped: table) WHERE department = \(department.rawValue)")
    }
  }
}

extension Projector {
  /// Makes one department's rows anew from its log, in the open transaction, by the fold that a
  /// rebuild uses. Every row bears the department whose log it comes from, so that no other
  /// department's rows change.
  ///
  /// It folds into temporary tables: COPY doesn't write where there is row security.
  package static func projectAnew(_ department: DepartmentCode, in session: Session) throws {
    let path = try session.first("SELECT current_setting('search_path')") { try $0.text(0) } ?? ""
    let live = try SchemaPointer.current(session)?.schema ?? ""
    let tables = ["checkpoint"] + ProjectionModule.all.flatMap(\.tables).map { $0.table }
    for table in tables {
      try session.execute(
        "DELETE FROM \(identifier: live).\(identifier: table) WHERE department = \(department.rawValue)"
      )
    }
    try session.execute("DISCARD TEMP")
    try session.execute("SET LOCAL search_path = pg_temp")
    try ReadSchema.makeTables(session)
    try LogFold.fill(department, in: session)
    for table in tables {
      try session.execute(
        "INSERT INTO \(identifier: live).\(identifier: table) SELECT * FROM pg_temp.\(identifier: table)"
      )
    }
    try session.execute("DISCARD TEMP")
    try session.execute("SELECT set_config('search_path', \(path), true)")
  }
}

extension Projector {
  /// Whether the person at work may write the read models.
  package static func isKeeper(_ session: Session) throws -> Bool {
    do { try requireKeeper(in: session) } catch ProjectionError.notKeeper { return false }
    return true
  }

  /// Refuses what keeps the read models by anybody who may not write them.
  /// - Throws: `ProjectionError.notKeeper`
  package static func requireKeeper(in session: Session) throws {
    let found = try session.first(
      """
      SELECT pg_get_userbyid(c.relowner)::text, pg_has_role(c.relowner, 'USAGE'), current_user::text
      FROM pg_class c WHERE c.oid = 'log.event'::regclass
      """
    ) { (try $0.text(0), try $0.bool(1), try $0.text(2)) }
    if let (keeper, isKeeper, person) = found, !isKeeper {
      throw ProjectionError.notKeeper(person: person, keeper: keeper)
    }
  }
}
