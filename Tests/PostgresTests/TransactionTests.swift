import Postgres
import TestSupport
import Testing

@Suite("Transactions")
struct TransactionTests {
  private func withTable(_ body: (Connection) async throws -> Void) async throws {
    try await withConnection { connection in
      try await connection.execute("CREATE TABLE t (n int PRIMARY KEY)")
      try await body(connection)
    }
  }

  private func rows(_ connection: Connection) async throws -> [Int] {
    try await connection.query("SELECT n FROM t ORDER BY n") { try $0.int(0) }
  }

  @Test("What a body did is there after it returns")
  func commits() async throws {
    try await withTable { connection in
      let count = try await connection.transaction {
        try $0.execute("INSERT INTO t VALUES (1), (2)")
      }
      #expect(count == 2)
      #expect(try await rows(connection) == [1, 2])
    }
  }

  @Test("What a body did is gone after it throws, and its error comes out")
  func rollsBack() async throws {
    try await withTable { connection in
      await #expect(throws: Refusal.self) {
        try await connection.transaction { session in
          try session.execute("INSERT INTO t VALUES (1)")
          throw Refusal()
        }
      }
      let left = try await rows(connection)
      #expect(left == [])
    }
  }

  @Test("A body that swallows a server's error is told that nothing was saved")
  func swallowed() async throws {
    try await withTable { connection in
      let error = try await postgresError {
        try await connection.transaction { session in
          try session.execute("INSERT INTO t VALUES (1)")
          _ = try? session.execute("SELECT 1/0")
        }
      }
      #expect(error == .rolledBack)
      #expect(try await rows(connection) == [])
    }
  }

  @Test("A savepoint undoes its own part only")
  func savepoint() async throws {
    try await withTable { connection in
      try await connection.transaction { session in
        try session.execute("INSERT INTO t VALUES (1)")
        _ = try? session.savepoint { try $0.execute("INSERT INTO t VALUES (2), (1)") }
        try session.execute("INSERT INTO t VALUES (3)")
      }
      #expect(try await rows(connection) == [1, 3])
    }
  }

  @Test("Isolation and access are as asked")
  func levels() async throws {
    try await withTable { connection in
      let level = try await connection.transaction(isolation: .repeatableRead, readOnly: true) {
        try $0.first("SHOW transaction_isolation") { try $0.text(0) }
      }
      #expect(level == "repeatable read")
      let error = try await postgresError {
        try await connection.transaction(readOnly: true) {
          _ = try $0.execute("INSERT INTO t VALUES (1)")
        }
      }
      #expect(error?.sqlState == .readOnlyTransaction)
    }
  }

  @Test("Bodies on one connection do not interleave")
  func serial() async throws {
    try await withTable { connection in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...20 {
          group.addTask {
            try await connection.transaction {
              _ = try $0.execute("INSERT INTO t VALUES (\(number))")
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await rows(connection) == Array(1...20))
    }
  }

  @Test("A transaction inside a transaction is refused")
  func nested() async throws {
    try await withTable { connection in
      let error = try await postgresError {
        try await connection.transaction { try $0.transaction { _ in } }
      }
      #expect(error == .misuse("a transaction is open already"))
      #expect(try await rows(connection) == [])
    }
  }
}
