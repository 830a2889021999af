import EventLog
package import Postgres
import Schema

/// A database that holds the schema and departments `D1`, `D2` and so on, the first of them the
/// head.
package struct LogDatabase: Sendable {
  /// As the owner.
  package let target: Target
  package let departments: [String]

  package static let ledger = Schema.ledger.map { SchemaFile(name: $0.path, sql: $0.sql) }

  package static let applier = SchemaApplier(
    ledger: ledger,
    migrations: Schema.migrations.map { SchemaFile(name: $0.path, sql: $0.sql) },
    definitions: Schema.definitions.map { SchemaFile(name: $0.path, sql: $0.sql) })

  /// Applies the schema to an empty database and makes its departments.
  package init(in target: Target, departments count: Int) async throws {
    self.init(of: target, departments: count)
    let codes = departments
    let owner = try await Connection.open(target)
    try await owner.perform { session in
      try Self.applier.migrate(session)
      for code in codes {
        try LogWriter.createDepartment(code, head: code == codes.first, in: session)
      }
    }
    await owner.close()
  }

  /// One that holds them already.
  fileprivate init(of target: Target, departments count: Int) {
    self.target = target
    departments = (0..<count).map { "D\($0 + 1)" }
  }
}

extension LogDatabase {
  /// Whoever appends and reads in trials of faults: see ``TestSettings/worksAsMember``.
  package var worker: Target { TestSettings.worksAsMember ? target.user(workerName) : target }

  private var workerName: String { "worker_" + (target.settings["dbname"] ?? "") }

  /// Makes the worker, where it is somebody of its own: a member who may write and read in all departments.
  package func letWorkerIn() async throws {
    guard TestSettings.worksAsMember else { return }
    let owner = try await Connection.open(target)
    try await owner.execute("CREATE ROLE \(identifier: workerName) LOGIN")
    try await owner.execute("SELECT log.let_in(\(workerName)::name)")
    try await owner.execute(
      "INSERT INTO log.membership VALUES (\(workerName), 'D1', 'executive', false)")
    for may in ["any", "read"] {
      try await owner.execute("INSERT INTO log.access VALUES (\(workerName), '*', \(may))")
    }
    await owner.close()
  }

  /// Lets a log take types that no program of this version writes, and versions that none knows, in
  /// streams of any name.
  package static func list(_ types: [String], in session: Session) throws {
    try session.execute(
      """
      INSERT INTO log.event_type (type, stream_kind, stream_form, versions)
      SELECT t, 'any', '^(?!(redactions|exclusions)$)', 32767 FROM unnest(\(types)::text[]) t
      ON CONFLICT (type) DO UPDATE
      SET stream_form = excluded.stream_form, versions = excluded.versions
      """)
  }

  /// The types that tests of the log itself append, whatever their streams.
  fileprivate static let free = ["Noted", "X", "Y", "ActionLogged"]

  /// A login role for the length of the body, in the group of members unless it is a stranger. Any name
  /// will do; give it only to tell it from others at the same time.
  package func withRole<T: Sendable>(
    _ prefix: String = "role", stranger: Bool = false, _ body: (Target) async throws -> T
  ) async throws -> T {
    let name = prefix + "_" + (target.settings["dbname"] ?? "")
    let owner = try await Connection.open(target)
    try await owner.execute("CREATE ROLE \(identifier: name) LOGIN")
    if !stranger { try await owner.execute("SELECT log.let_in(\(name)::name)") }
    let result: Result<T, any Error>
    do { result = .success(try await body(target.user(name))) } catch { result = .failure(error) }
    try await owner.execute("DROP OWNED BY \(identifier: name)")
    try await owner.execute("DROP ROLE \(identifier: name)")
    await owner.close()
    return try result.get()
  }
}

extension Connection {
  /// The role of a group of this database: `member`, `administrator` or `sender`.
  package func group(_ kind: String) throws -> String {
    try first("SELECT log.group_of(\(kind))::text") { try $0.text(0) } ?? ""
  }
}

/// Runs the body on a log of its own in the shared test server.
package func withLog<T: Sendable>(
  departments: Int = 1, _ body: (LogDatabase) async throws -> T
) async throws -> T {
  try await withCopy(of: "log_\(departments)") { target in
    _ = try await LogDatabase(in: target, departments: departments)
    let owner = try await Connection.open(target)
    try await owner.perform { try LogDatabase.list(LogDatabase.free, in: $0) }
    await owner.close()
  } _: { target in
    let log = LogDatabase(of: target, departments: departments)
    try await log.letWorkerIn()
    return try await body(log)
  }
}
