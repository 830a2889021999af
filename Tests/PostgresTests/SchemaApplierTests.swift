import Postgres
import TestSupport
import Testing

@Suite("Schema")
struct SchemaApplierTests {
  private static let first = SchemaFile(name: "0001_t.sql", sql: "CREATE TABLE t (n int);")
  private static let second = SchemaFile(name: "0002_m.sql", sql: "ALTER TABLE t ADD m int;")
  private static let view = SchemaFile(
    name: "v.sql", sql: "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT n FROM t;")

  private static let old = applier([first])
  private static let new = applier([first, second], definitions: [view])

  private static func applier(
    _ migrations: [SchemaFile], definitions: [SchemaFile] = []
  ) -> SchemaApplier {
    SchemaApplier(
      ledger: LogDatabase.ledger, migrations: migrations, definitions: definitions)
  }

  private func columns(_ connection: Connection) async throws -> [String] {
    try await connection.query(
      """
      SELECT table_name || '.' || column_name FROM information_schema.columns
      WHERE table_schema = 'public' ORDER BY 1
      """
    ) { try $0.text(0) }
  }

  @Test("A database migrated step by step equals a fresh one")
  func stepwise() async throws {
    let stepwise = try await withConnection { connection in
      try await connection.perform { _ = try Self.old.migrate($0) }
      let applied = try await connection.perform { try Self.new.migrate($0) }
      #expect(applied == ["0002_m.sql"])
      return try await columns(connection)
    }
    let fresh = try await withConnection { connection in
      try await connection.perform { _ = try Self.new.migrate($0) }
      return try await columns(connection)
    }
    #expect(fresh == stepwise)
    #expect(fresh == ["t.m", "t.n", "v.n"])
  }

  @Test("The state goes from missing through outdated to current, and newer for an old program")
  func states() async throws {
    try await withConnection { connection in
      #expect(try await connection.perform { try Self.new.state($0) } == .missing)
      try await connection.perform { _ = try Self.old.migrate($0) }
      #expect(try await connection.perform { try Self.new.state($0) } == .outdated)
      try await connection.perform { _ = try Self.new.migrate($0) }
      #expect(try await connection.perform { try Self.new.state($0) } == .current)
      #expect(try await connection.perform { try Self.old.state($0) } == .newer)
    }
  }

  @Test("Four migrators at once apply each migration once")
  func racing() async throws {
    try await withDatabase { target in
      let applied = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<4 {
          group.addTask {
            let connection = try await Connection.open(target)
            return try await connection.perform { try Self.new.migrate($0) }
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(applied.sorted() == ["0001_t.sql", "0002_m.sql"])
    }
  }

  @Test("An edited migration is refused by name and nothing changes")
  func edited() async throws {
    let forged = Self.applier([
      SchemaFile(name: "0001_t.sql", sql: "CREATE TABLE u (n int);"), Self.second,
    ])
    try await withConnection { connection in
      try await connection.perform { _ = try Self.old.migrate($0) }
      await #expect(throws: SchemaError.migrationEdited(name: "0001_t.sql")) {
        try await connection.perform { _ = try forged.migrate($0) }
      }
      #expect(try await columns(connection) == ["t.n"])
    }
  }

  @Test("A database newer than the program is refused")
  func newer() async throws {
    try await withConnection { connection in
      try await connection.perform { _ = try Self.new.migrate($0) }
      await #expect(throws: SchemaError.newerThanBinary(applied: 2, known: 1)) {
        try await connection.perform { _ = try Self.old.migrate($0) }
      }
    }
  }

  @Test("A file with an error is named and nothing changes")
  func broken() async throws {
    let broken = Self.applier(
      [Self.first], definitions: [SchemaFile(name: "bad.sql", sql: "SELEC 1")])
    try await withConnection { connection in
      do {
        try await connection.perform { _ = try broken.migrate($0) }
        Issue.record("it was applied")
      } catch SchemaError.fileFailed(let name, let account) {
        #expect(name == "bad.sql")
        #expect(account.sqlState == .syntaxError)
      }
      #expect(try await columns(connection) == [])
    }
  }
}
