import Domain
import EventLog
package import Postgres
import Schema

/// The versioned schemas `read_N` that hold the read models, and the one-row pointer to the
/// one in use.
package enum ReadSchema {
  /// Lets the open transaction's queries find the read models that are in use.
  /// - Throws: `ProjectionError.notBuilt` before the first `ensure`.
  package static func enter(_ session: Session) throws {
    if try session.execute(entering) == 0 { throw ProjectionError.notBuilt }
  }

  /// Builds the read models where there are none, and anew where their tables, views or
  /// projections changed; the pointer moves with the same transaction. Answers whether it built.
  /// For the schema's owner.
  @discardableResult
  package static func ensure(_ session: Session) throws -> Bool {
    let definition = try definitionHash(session)
    let former: String?? = try session.transaction { session in
      try makePointer(session)
      let current = try pointer(session)
      if current?.definition == definition { return nil }
      try build(next(after: current?.schema), definition: definition, in: session)
      return .some(current?.schema)
    }
    guard case .some(let replaced) = former else { return false }
    if let replaced { try drop(replaced, session) }
    return true
  }

  /// Makes the tables and views in the first schema of `search_path`.
  package static func makeTables(_ session: Session) throws {
    for file in Schema.readModels { try session.executeScript(file.sql) }
  }

  private static func definitionHash(_ session: Session) throws -> String {
    let versions = ProjectionModule.all.map { "\($0.name) \($0.version)" }
    let text = Schema.readModels.map { "\($0.path)\n\($0.sql)" } + versions
    return try session.first(
      "SELECT encode(sha256(convert_to(\(text.joined(separator: "\n")), 'UTF8')), 'hex')"
    ) { try $0.text(0) } ?? ""
  }

  /// Locks the pointer, so that two that build don't meet.
  private static func makePointer(_ session: Session) throws {
    try session.executeScript(
      """
      CREATE SCHEMA IF NOT EXISTS read;
      CREATE TABLE IF NOT EXISTS read.pointer (
        one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
        schema text COLLATE "C" NOT NULL,
        definition text COLLATE "C" NOT NULL, -- SHA-256 of the files and projection versions
        built_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      GRANT USAGE ON SCHEMA read TO pdca_member;
      GRANT SELECT ON read.pointer TO pdca_member;
      LOCK TABLE read.pointer IN SHARE ROW EXCLUSIVE MODE
      """)
  }

  private static func pointer(_ session: Session) throws -> (schema: String, definition: String)? {
    try session.first("SELECT schema, definition FROM read.pointer") {
      (try $0.text(0), try $0.text(1))
    }
  }

  /// `read_8` after `read_7`.
  private static func next(after schema: String?) -> String {
    let number = schema.flatMap { Int($0.dropFirst("read_".count)) } ?? 0
    return "read_\(number + 1)"
  }

  private static func build(
    _ schema: String, definition: String, in session: Session
  ) throws {
    try session.execute("CREATE SCHEMA \(identifier: schema)")
    try session.execute("SELECT set_config('search_path', \(schema) || ', pg_temp', true)")
    try makeTables(session)
    try session.executeScript(
      """
      GRANT USAGE ON SCHEMA \(schema) TO pdca_member;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA \(schema) TO pdca_member
      """)
    for code in try LogReader.departments(in: session).keys.sorted() {
      if let code = DepartmentCode(code) { try Projector.catchUp(code, in: session) }
    }
    try session.execute(
      """
      INSERT INTO read.pointer (schema, definition) VALUES (\(schema), \(definition))
      ON CONFLICT (one) DO UPDATE SET schema = EXCLUDED.schema,
        definition = EXCLUDED.definition, built_at = clock_timestamp()
      """)
  }

  /// Transactions that began before the pointer moved still use it: it waits for them a while and
  /// otherwise leaves the schema to the next time.
  private static func drop(_ schema: String, _ session: Session) throws {
    do {
      try session.transaction { session in
        try session.execute("SET LOCAL lock_timeout = '5s'")
        try session.execute("DROP SCHEMA IF EXISTS \(identifier: schema) CASCADE")
      }
    } catch PostgresError.server(let error) where error.sqlState == .lockNotAvailable {}
  }
}
