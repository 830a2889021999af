import Domain
import EventLog
import Glibc
import Postgres
import Schema

/// The next version of the read models while it is filled beside the live one. Nobody else reads
/// or writes it before the pointer moves. Its builder holds `BuilderLock`.
struct SchemaBuild: Sendable {
  let pointer: SchemaPointer
  /// Projections that the version in use was built otherwise from.
  let changed: [String]
  private let indexes: [BulkIndex]

  /// Makes empty tables without indexes; nil when the version in use is built of the same and
  /// nothing else is wanted.
  static func begin(always: Bool, _ session: Session) throws -> SchemaBuild? {
    try SchemaPointer.makeTables(session)
    try FormerSchemas.drop(patience: .zero, session)
    let definition = SchemaDefinition.own
    let current = try SchemaPointer.current(session)
    if !always, current?.definition == definition { return nil }
    let highest = try FormerSchemas.numbers(session).max() ?? 0
    let next = SchemaPointer(schema: "read_\(highest + 1)", definition: definition)
    let changed = try SchemaDefinition.differences(from: current, in: session).map(\.name)
    try session.execute("CREATE SCHEMA \(identifier: next.schema)")
    try use(next.schema, session)
    let indexes = try session.transaction { session in
      for file in tableFiles { try session.executeScript(file.sql) }
      try SchemaDefinition.record(session)
      return try BulkIndex.takeOff(session)
    }
    return SchemaBuild(pointer: next, changed: changed, indexes: indexes)
  }

  private static var tableFiles: [Schema.File] { Schema.readModels.filter { !isViews($0) } }
  private static var viewFiles: [Schema.File] { Schema.readModels.filter(isViews) }

  private static func isViews(_ file: Schema.File) -> Bool { file.path.hasSuffix("_views.sql") }

  /// For the rest of the session; what a crash of the server takes back is built again anyway. Logs
  /// are read in the order of their key, which takes the server less than sorting them.
  private static func use(_ schema: String, _ session: Session) throws {
    try session.execute(
      """
      SELECT set_config('search_path', \(schema) || ', pg_temp', false),
        set_config('synchronous_commit', 'off', false), set_config('enable_sort', 'off', false)
      """)
  }

  func use(_ session: Session) throws { try Self.use(pointer.schema, session) }

  func leave(_ session: Session) throws {
    try session.executeScript("RESET search_path; RESET synchronous_commit; RESET enable_sort")
  }
}

extension SchemaBuild {
  /// Departments with what their logs hold, the longest first.
  static func departments(_ session: Session) throws -> [(code: DepartmentCode, end: Int)] {
    try LogReader.departments(in: session).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .compactMap { code, end in DepartmentCode(code).map { ($0, end) } }
  }

  func fold(
    _ department: DepartmentCode, upTo last: Int, in session: Session,
    onProgress: (Int) throws -> Void = { _ in }
  ) throws -> FoldedLog {
    try LogFold.run(
      department, upTo: last, in: session,
      prepareLookUp: { try BulkIndex.makePrimaryKey(of: $0, among: indexes, session) },
      onProgress: onProgress)
  }

  /// Work after folding that connections can share: one closure for each table.
  var indexing: [@Sendable (Session) throws -> Void] {
    Dictionary(grouping: indexes, by: \.table).sorted { $0.key < $1.key }.map { table, indexes in
      { session in
        for index in indexes { try index.make(session) }
        try session.execute("ANALYZE \(identifier: table)")
      }
    }
  }

  /// Brings it to the logs' ends and moves the pointer there. Nobody waits for the transaction:
  /// whoever appends or reads meanwhile has the version in use.
  func publish(_ folded: [FoldedLog], in session: Session) throws {
    for log in folded { try log.finish(in: session) }
    try session.transaction { session in
      for file in Self.viewFiles { try session.executeScript(file.sql) }
      try ReadSchema.permit(pointer.schema, session)
      try Projector.catchUpAll(in: session)
      // Every command asks what has stopped: with thousands of departments, by its index.
      try session.execute("ANALYZE checkpoint")
    }
    try session.execute("RESET synchronous_commit")
    try swap(folded, session)
    try leave(session)
  }

  /// It never queues in front of anybody for longer than the lock's timeout; it tries again until
  /// whoever holds the pointer lets it go. The star schema's views move along, unless somebody reads
  /// them for long: then they follow later. The pointer is held before it is looked what was redacted since
  /// the logs were folded: a redaction waits for it, and then finds this version in use.
  private func swap(_ folded: [FoldedLog], _ session: Session) throws {
    var starAttempts = 40
    for attempt in 1...1_000 {
      do {
        return try session.transaction { session in
          try session.execute("SET LOCAL lock_timeout = '50ms'")
          try session.execute("SELECT FROM read.pointer FOR UPDATE")
          for department in try redacted(since: folded, session) {
            try Projector.startOver(department, in: session)
          }
          try Projector.catchUpAll(in: session)
          try pointer.move(session)
          if attempt <= starAttempts { try StarSchema.make(over: pointer.schema, session) }
        }
      } catch PostgresError.server(let error)
        where error.sqlState == .lockNotAvailable && attempt < 1_000
      {
        usleep(50_000)
      } catch is StarError {
        starAttempts = 0
      }
    }
  }

  /// Departments of which texts were erased since they were folded: rows may hold them yet.
  private func redacted(
    since folded: [FoldedLog], _ session: Session
  ) throws -> [DepartmentCode] {
    let ends = folded.map { $0.checkpoints.map(\.position).max() ?? 0 }
    return try session.query(
      """
      SELECT f.department
      FROM unnest(\(folded.map(\.department.rawValue))::text[], \(ends)::bigint[]) f (department, last)
      JOIN log.event e ON e.department = f.department AND e.stream = 'redactions'
        AND e."position" > f.last
      GROUP BY f.department
      """
    ) { DepartmentCode(try $0.text(0)) }.compactMap(\.self)
  }

  func abandon(_ session: Session) {
    guard session.isOpen, !session.isInTransaction else { return }
    try? leave(session)
    try? FormerSchemas.drop(pointer.schema, session)
  }
}

/// An index or primary key that is taken off an empty table and made again once it is full.
struct BulkIndex: Sendable {
  let table: String
  let name: String
  private let isPrimaryKey: Bool
  /// What makes it.
  private let sql: String
  private static let patience = Duration.seconds(86_400)

  /// Takes all indexes off the tables of the session's first schema.
  static func takeOff(_ session: Session) throws -> [BulkIndex] {
    let indexes = try session.query(
      """
      SELECT t.relname, x.relname, i.indisprimary, CASE WHEN i.indisprimary
        THEN format('ALTER TABLE %I ADD CONSTRAINT %I %s',
          t.relname, c.conname, pg_get_constraintdef(c.oid))
        ELSE pg_get_indexdef(i.indexrelid) END
      FROM pg_index i
      JOIN pg_class t ON t.oid = i.indrelid
      JOIN pg_class x ON x.oid = i.indexrelid
      LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'p'
      WHERE t.relnamespace = current_schema()::regnamespace AND t.relname <> 'checkpoint'
      ORDER BY i.indisprimary DESC, t.relname, x.relname
      """
    ) { row in
      BulkIndex(
        table: try row.text(0), name: try row.text(1), isPrimaryKey: try row.bool(2),
        sql: try row.text(3))
    }
    for index in indexes { try index.drop(session) }
    return indexes
  }

  private func drop(_ session: Session) throws {
    if isPrimaryKey {
      try session.execute(
        "ALTER TABLE \(identifier: table) DROP CONSTRAINT \(identifier: name)")
    } else {
      try session.execute("DROP INDEX \(identifier: name)")
    }
  }

  /// Makes it unless it stands; who makes it at the same time waits.
  func make(_ session: Session) throws {
    try session.transaction { session in
      // A table of the schema that is being built: nobody but its builders can lock it.
      try session.execute(
        "LOCK TABLE projection IN SHARE ROW EXCLUSIVE MODE", deadline: Self.patience)
      let stands = try session.first(
        "SELECT to_regclass(\(Query.quoted(identifier: name))) IS NOT NULL"
      ) {
        try $0.bool(0)
      }
      if stands != true { try session.execute(Query(sql: sql), deadline: Self.patience) }
    }
  }

  /// Makes the primary key of a table whose rows are to be looked up already.
  static func makePrimaryKey(
    of table: String, among indexes: [BulkIndex], _ session: Session
  ) throws {
    for index in indexes where index.table == table && index.isPrimaryKey {
      try index.make(session)
    }
  }
}
