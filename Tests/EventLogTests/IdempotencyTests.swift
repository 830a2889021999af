import CanonicalJSON
import EventLog
import Postgres
import TestSupport
import Testing

@Suite("Repetition")
struct IdempotencyTests {
  @Test("A repeated command answers with its first result, whatever came after")
  func repeated() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let request = Sample.request(at: 0, events: 3)
      let first = try await connection.append(request)
      try await connection.append(Sample.request(at: 3, events: 2))
      var again = try await connection.append(request)
      #expect(again.repeated)
      again.repeated = false
      #expect(again == first)
      let found = try await connection.perform { session in
        try LogWriter.firstResult(
          of: request.commandID, content: request.content, in: "D1", session: session)
      }
      #expect(found?.positions == first.positions)
      #expect(found?.repeated == true)
      #expect(try await connection.audit().count == 5)
    }
  }

  @Test("A command's id with other content is refused, and nothing is stored")
  func reused() async throws {
    try await withLog(departments: 2) { log in
      let connection = try await Connection.open(log.target)
      let request = Sample.request(at: 0, content: ["do": "é"])
      try await connection.append(request)
      // The second content looks the same and is written otherwise.
      for content: JSON in [["do": "it"], ["do": "e\u{301}"], [:], nil] {
        var other = request
        other.content = content
        let refused = try await refusal { try await connection.append(other) }
        #expect(refused == .commandReused(request.commandID))
        let lookup = try await refusal {
          try await connection.perform { session in
            _ = try LogWriter.firstResult(
              of: request.commandID, content: content, in: "D1", session: session)
          }
        }
        #expect(lookup == .commandReused(request.commandID))
      }
      #expect(try await connection.events().count == 1)
      let elsewhere = try await connection.append(
        Sample.request("D2", at: 0, id: request.commandID, content: ["do": "it"]))
      #expect(!elsewhere.repeated)
    }
  }

  @Test("An unknown command has no first result")
  func unknown() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let found = try await connection.perform { session in
        try LogWriter.firstResult(of: .random(), content: ["a": 1], in: "D1", session: session)
      }
      #expect(found == nil)
    }
  }

  @Test("A batch that holds a command of the log is refused whole")
  func batchRepeated() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let request = Sample.request(at: 0)
      try await connection.append(request)
      let twice = Sample.entry()
      for entries in [[Sample.entry(), Sample.entry(request.commandID)], [twice, twice]] {
        let state = try await serverState {
          try await connection.perform { session in
            _ = try LogWriter.appendBatch(entries, to: "j", at: 0, of: "D1", in: session)
          }
        }
        #expect(state == .uniqueViolation)
      }
      #expect(try await connection.events().count == 1)
    }
  }

  @Test("Clients racing with one command append it once and get the same answer")
  func race() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      for round in 0..<5 * TestSettings.soak {
        let request = Sample.request(stream: "s\(round)", at: 0, events: 3)
        let results = try await concurrently(8, on: log.target) { _, connection in
          try await connection.append(request)
        }
        #expect(Set(results.map(\.positions)) == [round * 3 + 1...round * 3 + 3])
        #expect(results.filter { !$0.repeated }.count == 1)
      }
      #expect(try await connection.audit().problems == [])
      #expect(try await connection.audit().count == 15 * TestSettings.soak)
    }
  }
}
