import EventLog
import Postgres
import TestSupport
import Testing

@Suite("Appends in longer transactions")
struct TransactionTests {
  struct Undo: Error {}

  @Test("What a savepoint undoes leaves no hole, and its command can be sent again")
  func savepoints() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let undone = Sample.request(at: 1, events: 3)
      try await connection.transaction { session in
        _ = try LogWriter.append(Sample.request(at: 0), in: session)
        do {
          try session.savepoint { session in
            _ = try LogWriter.append(undone, in: session)
            throw Undo()
          }
        } catch is Undo {}
        _ = try LogWriter.append(Sample.request(stream: "other", at: 0), in: session)
        let again = try LogWriter.append(undone, in: session)
        #expect(!again.repeated)
        #expect(again.positions == 3...5)
        #expect(try LogWriter.append(undone, in: session).repeated)
      }
      #expect(try await connection.audit().problems == [])
      #expect(try await connection.audit().count == 5)
    }
  }

  @Test("Several appends in one statement see each other")
  func oneStatement() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let positions = try await connection.query(
        """
        SELECT a.first_position FROM generate_series(0, 9) AS n, LATERAL log.append(
          'D1', gen_random_uuid(), '{}', '{a}', ARRAY[n::bigint], '{a}', '{X}', '{1}',
          '{2026-01-01T00:00:00Z}', ARRAY['{}'], NULL, NULL) AS a
        """
      ) { try $0.int(0) }
      #expect(positions == Array(1...10))
      #expect(try await connection.audit().problems == [])
    }
  }

  @Test("An append that is canceled while it waits its turn stores nothing")
  func canceled() async throws {
    try await withLog { log in
      let holder = try await Connection.open(log.target)
      try await holder.executeScript("BEGIN")
      try await holder.append(Sample.request(at: 0))
      let waiting = try await Connection.open(log.target)
      try await waiting.execute("SET statement_timeout = '200ms'")
      let request = Sample.request(at: 1)
      #expect(try await serverState { try await waiting.append(request) } == .queryCanceled)
      try await holder.executeScript("COMMIT")
      try await waiting.execute("SET statement_timeout = 0")
      let result = try await waiting.append(request)
      #expect(!result.repeated)
      #expect(result.positions == 2...2)
      #expect(try await waiting.audit().problems == [])
    }
  }

  @Test("A prepared transaction keeps its place until it is committed, across connections")
  func prepared() async throws {
    try await withLog(departments: 2) { log in
      let first = try await Connection.open(log.target)
      let request = Sample.request(at: 0, events: 2)
      let name = (log.target.settings["dbname"] ?? "") + "_2pc"
      try await first.executeScript("BEGIN")
      try await first.append(request)
      try await first.execute("PREPARE TRANSACTION \(unescaped: Query.quoted(literal: name))")
      await first.close()
      let second = try await Connection.open(log.target, deadline: .seconds(10))
      #expect(try await second.events().isEmpty)
      try await second.execute("SET lock_timeout = '200ms'")
      #expect(
        try await serverState { try await second.append(Sample.request(at: 2)) }
          == .lockNotAvailable)
      #expect(try await second.append(Sample.request("D2", at: 0)).positions == 1...1)
      try await second.execute("COMMIT PREPARED \(unescaped: Query.quoted(literal: name))")
      #expect(try await second.append(request).repeated)
      #expect(try await second.append(Sample.request(at: 2)).positions == 3...3)
      #expect(try await second.audit().problems == [])
    }
  }

  @Test("Of transactions that wait for each other's departments one goes on and one is undone")
  func deadlock() async throws {
    try await withLog(departments: 2) { log in
      let states = try await concurrently(2, on: log.target) { index, connection in
        let order = index == 0 ? ["D1", "D2"] : ["D2", "D1"]
        return try await serverState {
          try await connection.transaction { session in
            _ = try LogWriter.append(
              Sample.request(order[0], stream: "s\(index)", at: 0), in: session)
            try session.execute("SELECT pg_sleep(0.3)")
            _ = try LogWriter.append(
              Sample.request(order[1], stream: "s\(index)", at: 0), in: session)
          }
        }
      }
      #expect(states.contains(nil))
      #expect(states.contains(.deadlockDetected))
      let connection = try await Connection.open(log.target)
      for department in log.departments {
        #expect(try await connection.audit(department).problems == [])
        #expect(try await connection.audit(department).count == 1)
      }
    }
  }
}
