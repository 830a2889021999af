import EventLog
import Postgres
import PrivateServer
import Synchronization
import TestSupport
import Testing

@Suite("Migrations of the log")
struct MigrationTests {
  @Test("Migrating again changes nothing")
  func again() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      // A copy gets groups of its own.
      _ = try await connection.perform { try LogDatabase.applier.migrate($0) }
      try await connection.append(Sample.request(at: 0))
      let once = try dump(log.target)
      #expect(once.contains("CREATE TABLE log.event"))
      let applied = try await connection.perform { try LogDatabase.applier.migrate($0) }
      #expect(applied == [])
      #expect(try dump(log.target) == once)
      #expect(try await connection.perform { try LogDatabase.applier.state($0) } == .current)
      #expect(try await connection.audit().count == 1)
    }
  }

  @Test("Migrating again waits for no append that is still open, and lets others append")
  func besideOpenAppend() async throws {
    try await withLog(departments: 2) { log in
      let open = try await Connection.open(log.target)
      try await open.execute("BEGIN")
      try await open.append(Sample.request("D1", at: 0))
      let migrator = try await Connection.open(log.target)
      try await migrator.execute("SET lock_timeout = '10s'")
      let applied = try await migrator.perform { try LogDatabase.applier.migrate($0) }
      #expect(applied == [])
      try await migrator.append(Sample.request("D2", at: 0))
      try await open.execute("COMMIT")
      #expect(try await open.audit("D1").count == 1)
    }
  }

  @Test("Guards that were taken away or let rest are put back")
  func guards() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      // A copy gets groups of its own.
      _ = try await connection.perform { try LogDatabase.applier.migrate($0) }
      let fresh = try dump(log.target)
      try await connection.executeScript(
        """
        DROP TRIGGER event_is_append_only ON log.event;
        ALTER TABLE log.event DISABLE TRIGGER event_stays;
        ALTER TABLE log.department ENABLE TRIGGER department_stays
        """)
      #expect(try dump(log.target) != fresh)
      _ = try await connection.perform { try LogDatabase.applier.migrate($0) }
      #expect(try dump(log.target) == fresh)
    }
  }

  @Test("A function that an earlier version had under another signature goes")
  func formerSignature() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      // A copy gets groups of its own.
      _ = try await connection.perform { try LogDatabase.applier.migrate($0) }
      let fresh = try dump(log.target)
      try await connection.executeScript(
        """
        CREATE FUNCTION log.append_one(text, text) RETURNS bigint LANGUAGE sql SECURITY DEFINER
        AS 'SELECT 1::bigint';
        SELECT log.for_groups('GRANT EXECUTE ON FUNCTION log.append_one(text, text) TO :member');
        """)
      #expect(try dump(log.target) != fresh)
      _ = try await connection.perform { try LogDatabase.applier.migrate($0) }
      #expect(try dump(log.target) == fresh)
    }
  }

  @Test("Of migrators that race one works and the others find it done")
  func race() async throws {
    try await withDatabase { target in
      let applied = try await concurrently(6, on: target) { _, connection in
        try await connection.perform { try LogDatabase.applier.migrate($0) }
      }
      #expect(applied.filter { !$0.isEmpty }.count == 1)
      let log = try await LogDatabase(in: target, departments: 1)
      let connection = try await Connection.open(log.target)
      #expect(try await connection.append(Sample.request(at: 0)).positions == 1...1)
    }
  }

  @Test("Databases of a new server can be migrated at the same moment")
  func raceForRoles() async throws {
    let cluster = try TestCluster.durable()
    try await cluster.withDatabase { first in
      try await cluster.withDatabase { second in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for target in [first, second] {
            group.addTask {
              let connection = try await Connection.open(target)
              let applied = try await connection.perform { try LogDatabase.applier.migrate($0) }
              #expect(!applied.isEmpty)
            }
          }
          try await group.waitForAll()
        }
      }
    }
  }

  @Test("Migrating while others append disturbs nobody")
  func underLoad() async throws {
    try await withLog(departments: 2) { log in
      let isDone = Mutex(false)
      async let appended = concurrently(2, on: log.target) { index, connection in
        var version = 0
        while !(isDone.withLock { $0 }) {
          let request = Sample.request(log.departments[index], at: version)
          try await connection.append(request)
          version += 1
        }
        return version
      }
      let connection = try await Connection.open(log.target)
      for _ in 0..<5 * TestSettings.soak {
        _ = try await connection.perform { try LogDatabase.applier.migrate($0) }
      }
      isDone.withLock { $0 = true }
      let counts = try await appended.sorted()
      let stored = try await connection.perform { try LogReader.departments(in: $0) }
      #expect(stored.values.sorted() == counts)
      for department in log.departments {
        #expect(try await connection.audit(department).problems == [])
      }
    }
  }

  @Test("A database in another encoding is refused whole")
  func encoding() async throws {
    try await withDatabase { target in
      let owner = try await Connection.open(target)
      let name = (target.settings["dbname"] ?? "") + "_latin1"
      try await owner.execute(
        """
        CREATE DATABASE \(identifier: name) TEMPLATE template0 ENCODING 'LATIN1'
        LC_COLLATE 'C' LC_CTYPE 'C'
        """)
      let connection = try await Connection.open(target.database(name))
      await #expect(throws: SchemaError.self) {
        try await connection.perform { _ = try LogDatabase.applier.migrate($0) }
      }
      #expect(try await connection.perform { try LogDatabase.applier.state($0) } == .missing)
      await connection.close()
      try await owner.execute("DROP DATABASE \(identifier: name) WITH (FORCE)")
    }
  }

  /// The schema as pg_dump writes it, without the key that newer ones draw for each dump.
  private func dump(_ target: Target) throws -> String {
    let program = try PostgresBinaries.find().directory + "/pg_dump"
    let outcome = try ChildProcess.run([
      program, "--schema-only", "--host", target.settings["host"] ?? "",
      "--username", target.settings["user"] ?? "", target.settings["dbname"] ?? "",
    ])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { !$0.hasPrefix("\\restrict") && !$0.hasPrefix("\\unrestrict") }
      .joined(separator: "\n")
  }
}
