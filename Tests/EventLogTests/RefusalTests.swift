import CanonicalJSON
import Postgres
import Schema
import TestSupport
import Testing

@testable import EventLog

@Suite("Refusals")
struct RefusalTests {
  @Test("Every SQLSTATE that the schema raises has its case, and the reverse")
  func states() {
    let mark = "ERRCODE = '"
    var raised: Set<SQLState> = []
    for file in Schema.migrations + Schema.definitions {
      var rest = Substring(file.sql)
      while let found = rest.firstRange(of: mark) {
        rest = rest[found.upperBound...]
        raised.insert(SQLState(String(rest.prefix { $0 != "'" })))
      }
    }
    #expect(raised == AppendError.states)
  }

  @Test("A stale version names the stream, what was expected and what was found")
  func stale() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(at: 0, events: 3))
      for (expected, found) in [(0, 3), (2, 3), (4, 3), (-1, 3)] {
        let refused = try await refusal {
          try await connection.append(Sample.request(at: expected))
        }
        #expect(refused == .staleVersion(stream: "cycle-1", expected: expected, found: found))
      }
      var request = Sample.request(at: 3)
      request.expected["other"] = 2
      let second = try await refusal { try await connection.append(request) }
      #expect(second == .staleVersion(stream: "other", expected: 2, found: 0))
      let batch = try await refusal {
        try await connection.perform { session in
          _ = try LogWriter.appendBatch(
            [Sample.entry()], to: "cycle-1", at: 2, of: "D1", in: session)
        }
      }
      #expect(batch == .staleVersion(stream: "cycle-1", expected: 2, found: 3))
      #expect(try await connection.events().count == 3)
    }
  }

  @Test("A department without a log is unknown")
  func unknownDepartment() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      for code in ["D9", "d1", "", "D1 ", "'; --"] {
        let refused = try await refusal { try await connection.append(Sample.request(code, at: 0)) }
        #expect(refused == .unknownDepartment(code))
        let batch = try await refusal {
          try await connection.perform { session in
            _ = try LogWriter.appendBatch([Sample.entry()], to: "j", at: 0, of: code, in: session)
          }
        }
        #expect(batch == .unknownDepartment(code))
      }
    }
  }

  @Test(
    "An append outside READ COMMITTED is refused",
    arguments: [Isolation.repeatableRead, .serializable])
  func isolation(level: Isolation) async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let refused = try await refusal {
        try await connection.transaction(isolation: level) { session in
          _ = try LogWriter.append(Sample.request(at: 0), in: session)
        }
      }
      #expect(refused == .wrongIsolation)
      let batch = try await refusal {
        try await connection.transaction(isolation: level) { session in
          _ = try LogWriter.appendBatch([Sample.entry()], to: "j", at: 0, of: "D1", in: session)
        }
      }
      #expect(batch == .wrongIsolation)
      try await connection.execute(
        "SET default_transaction_isolation = \(identifier: level.rawValue.lowercased())")
      let byDefault = try await refusal { try await connection.append(Sample.request(at: 0)) }
      #expect(byDefault == .wrongIsolation)
      #expect(try await connection.events().isEmpty)
    }
  }

  @Test("A department's code, and the head's part, can be taken once")
  func departments() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      func create(_ code: String, head: Bool = false) async throws -> AppendError? {
        try await refusal {
          try await connection.perform { session in
            _ = try LogWriter.createDepartment(code, head: head, in: session)
          }
        }
      }
      let again = try await connection.perform { session in
        try LogWriter.createDepartment("D1", head: true, in: session)
      }
      #expect(!again)
      #expect(try await create("D1", head: false) == .departmentTaken("D1"))
      #expect(try await create("d1", head: true) == .departmentTaken("d1"))
      #expect(try await create("HQ", head: true) == .departmentTaken("HQ"))
      for odd in [
        "", " ", "1A", "A B", "A\n", "Ä", "営業", "A/B", "A'", String(repeating: "A", count: 33),
      ] {
        guard case .malformedEvent = try await create(odd) else {
          Issue.record("\(odd) was not refused")
          continue
        }
      }
      #expect(try await connection.perform { try LogReader.departments(in: $0) } == ["D1": 0])
      #expect(try await connection.perform { try LogReader.head(in: $0) } == "D1")
    }
  }

  @Test("A role outside the group of members is forbidden to read and to append")
  func stranger() async throws {
    try await withLog { log in
      try await log.withRole(stranger: true) { target in
        let connection = try await Connection.open(target)
        let append = try await refusal { try await connection.append(Sample.request(at: 0)) }
        #expect(append == .forbidden)
        let batch = try await refusal {
          try await connection.perform { session in
            _ = try LogWriter.appendBatch([Sample.entry()], to: "j", at: 0, of: "D1", in: session)
          }
        }
        #expect(batch == .forbidden)
        let create = try await refusal {
          try await connection.perform { session in
            _ = try LogWriter.createDepartment("D7", head: false, in: session)
          }
        }
        #expect(create == .forbidden)
        let read = try await serverState { _ = try await connection.events() }
        #expect(read == .insufficientPrivilege)
      }
      let owner = try await Connection.open(log.target)
      #expect(try await owner.events().isEmpty)
    }
  }

  @Test("A change to the log is told as its case")
  func appendOnly() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let refused = try await refusal {
        try await connection.perform { session in
          try callingLog("D1") { _ = try session.execute("DELETE FROM log.event") }
        }
      }
      #expect(refused == .appendOnly)
    }
  }
}
