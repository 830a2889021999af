import EventLog
import Postgres
import TestSupport
import Testing

extension LoadTests {
  @Suite("Contention", .serialized)
  struct ContentionTests {
    @Test("Of 64 clients that expect the same version one succeeds and 63 are told")
    func sameVersion() async throws {
      try await withLog { log in
        let connection = try await Connection.open(log.worker)
        for round in 0..<TestSettings.soak {
          let outcomes = try await concurrently(64, on: log.worker) { _, connection in
            try await refusal { try await connection.append(Sample.request(at: round)) }
          }
          #expect(outcomes.filter { $0 == nil }.count == 1)
          let stale = AppendError.staleVersion(
            stream: "cycle-1", expected: round, found: round + 1)
          #expect(outcomes.filter { $0 == stale }.count == 63)
        }
        #expect(try await connection.audit().problems == [])
        #expect(try await connection.audit().count == TestSettings.soak)
      }
    }

    @Test("Transactions held open elsewhere stall neither writers nor readers")
    func bystanders() async throws {
      try await withLog(departments: 2) { log in
        try await withDatabase { elsewhere in
          let table = try await Connection.open(log.target)
          try await table.executeScript(
            "CREATE TABLE bystander (n int); BEGIN; INSERT INTO bystander VALUES (1)")
          let other = try await Connection.open(elsewhere)
          try await other.executeScript("CREATE TABLE t (n int); BEGIN; INSERT INTO t VALUES (1)")
          let department = try await Connection.open(log.worker)
          try await department.executeScript("BEGIN")
          try await department.append(Sample.request("D2", at: 0))
          try await table.executeScript("SAVEPOINT s; INSERT INTO bystander VALUES (2)")

          let writer = try await Connection.open(log.worker, deadline: .seconds(5))
          let reader = try await Connection.open(log.worker, deadline: .seconds(5))
          for version in 0..<50 {
            let result = try await writer.append(Sample.request(at: version))
            #expect(try await reader.events(after: version).map(\.position) == [version + 1])
            #expect(result.positions == version + 1...version + 1)
          }
          #expect(try await reader.events(of: "D2").isEmpty)
          try await department.executeScript("COMMIT")
          #expect(try await reader.events(of: "D2").count == 1)
        }
      }
    }
  }
}
