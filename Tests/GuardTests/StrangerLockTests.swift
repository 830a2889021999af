import CivilTime
import Postgres
import ReadModels
import TestSupport
import Testing

@testable import Office

@Suite("Locks of strangers")
struct StrangerLockTests {
  private static let held: Query =
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"

  @Test("Whoever holds every advisory lock there is holds up neither a migration nor a rebuild")
  func advisory() async throws {
    try await withHouse { house in
      let name = "stranger_" + (house.target.settings["dbname"] ?? "")
      try await house.owner.execute("CREATE ROLE \(identifier: name) LOGIN")
      let stranger = try await Connection.open(house.target.user(name))
      try await stranger.executeScript(
        """
        SELECT pg_advisory_lock(\(0x7064_6361_0001)), pg_advisory_lock(hashtext('pdca import'));
        SELECT pg_advisory_lock(hashtextextended(t, 0)) FROM (VALUES ('cycle'), ('action'),
          ('organization'), ('kpi'), ('observation'), ('review'), ('checkpoint')) v (t)
        """)
      let held = try await stranger.first(Self.held) { try $0.int(0) }
      try await house.work { _ = try ProgramSchema.applier.migrate($0, deadline: .seconds(600)) }
      _ = try await Rebuild(workers: 2) { try await Connection.open(house.target) }
        .run(always: true)
      // All of it was done while they were held.
      #expect(try await stranger.first(Self.held) { try $0.int(0) } == held && (held ?? 0) >= 9)
      try await house.work { session in
        try Office(in: session, at: .now()).atomically { true }
      }
      await stranger.close()
      try await house.owner.executeScript("DROP ROLE \"\(name)\"")
    }
  }

  @Test("Nobody but the owner can take the lock of migrations and rebuilds")
  func ledger() async throws {
    try await withHouse { house in
      let name = "stranger2_" + (house.target.settings["dbname"] ?? "")
      try await house.owner.executeScript(
        "CREATE ROLE \"\(name)\" LOGIN; SELECT log.for_groups('GRANT :member TO \"\(name)\"')")
      let stranger = try await Connection.open(house.target.user(name))
      for mode in ["SHARE UPDATE EXCLUSIVE", "SHARE ROW EXCLUSIVE", "ROW EXCLUSIVE", "SHARE"] {
        do {
          try await stranger.executeScript(
            "BEGIN; LOCK TABLE pdca_schema.migration IN \(mode) MODE; COMMIT")
          Issue.record("\(mode) was given")
        } catch let error as PostgresError { #expect(error.sqlState == .insufficientPrivilege) }
        try await stranger.executeScript("ROLLBACK")
      }
      await stranger.close()
      try await house.owner.executeScript("DROP OWNED BY \"\(name)\"; DROP ROLE \"\(name)\"")
    }
  }

  @Test("Several who make the schema of an empty database at once all find it made")
  func race() async throws {
    try await withDatabase { target in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            let connection = try await Connection.open(target)
            try await connection.perform { _ = try ProgramSchema.applier.migrate($0) }
            await connection.close()
          }
        }
        try await group.waitForAll()
      }
      let connection = try await Connection.open(target)
      #expect(try await connection.perform { try ProgramSchema.applier.state($0) } == .current)
      await connection.close()
    }
  }

  @Test("A clock days off the server's is refused, and one that is a day off is not")
  func clocks() async throws {
    try await withHouse { house in
      for days in [-1, 0, 1] {
        try await house.work { session in
          _ = try Office(
            writing: session, at: .now(), clock: .now().adding(seconds: days * 86_400))
        }
      }
      for days in [-400, -4, 4, 20_000] {
        await #expect(throws: OfficeError.self, "\(days)") {
          try await house.work { session in
            _ = try Office(
              writing: session, at: .now(), clock: .now().adding(seconds: days * 86_400))
          }
        }
      }
    }
  }
}
