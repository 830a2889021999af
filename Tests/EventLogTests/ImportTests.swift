import CanonicalJSON
import EventLog
import Postgres
import TestSupport
import Testing

@Suite("Filling an empty log")
struct ImportTests {
  /// Stages the events of a log as they are, changed by the script, and imports them elsewhere.
  private func copied(
    from log: LogDatabase, to target: Target, _ script: String = ""
  ) async throws -> Int {
    let source = try await Connection.open(log.target)
    let rows = try await source.perform { session in
      var rows: [String] = []
      try session.copyOut(
        "COPY (SELECT row_number() OVER (ORDER BY e.department, e.position), e.* FROM log.event e) TO STDOUT"
      ) { rows.append(String(decoding: $0.bytes, as: UTF8.self)) }
      return rows
    }
    await source.close()
    let connection = try await Connection.open(target)
    defer { Task { await connection.close() } }
    return try await connection.transaction { session in
      try session.executeScript(
        "CREATE TEMP TABLE import_event (line bigint NOT NULL, LIKE log.event) ON COMMIT DROP")
      try session.copyIn("COPY pg_temp.import_event FROM STDIN") { writer in
        for row in rows {
          let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map {
            $0 == "\\N" ? nil : String($0.replacing("\\\\", with: "\\"))
          }
          for field in fields { try writer.text(field) }
          try writer.endRow()
        }
      }
      try session.executeScript(script)
      let departments = try log.departments.map { code in
        try ArchivedDepartment(
          [
            "department": .string(code), "events": 0, "format": 1, "head": .bool(code == "D1"),
            "madeAt": "2026-01-01T00:00:00.000000Z", "madeBy": "postgres",
            "rootHash": .string(String(repeating: "0", count: 64)),
          ])
      }
      return try LogImport.run(departments, in: session)
    }
  }

  private func withTwoLogs(_ body: (LogDatabase, Target) async throws -> Void) async throws {
    try await withLog(departments: 2) { log in
      let connection = try await Connection.open(log.target)
      for version in 0..<3 {
        try await connection.append(Sample.request(at: version))
        try await connection.append(Sample.request("D2", at: version * 2, events: 2))
      }
      await connection.close()
      try await withDatabase { target in
        _ = try await LogDatabase(in: target, departments: 0)
        try await body(log, target)
      }
    }
  }

  @Test("Every event comes as it was, and the log goes on")
  func whole() async throws {
    try await withTwoLogs { log, target in
      #expect(try await copied(from: log, to: target) == 9)
      let (old, new) = (try await Connection.open(log.target), try await Connection.open(target))
      for code in log.departments {
        #expect(try await new.events(of: code) == old.events(of: code))
        #expect(try await new.audit(code).problems == [])
      }
      #expect(try await new.append(Sample.request(at: 3)).positions == 4...4)
    }
  }

  @Test(
    "What does not follow is refused, with the first line that is wrong",
    arguments: [
      ("UPDATE import_event SET position = 9 WHERE line = 3", 3),
      ("UPDATE import_event SET stream_version = 7 WHERE line = 2", 2),
      ("UPDATE import_event SET ordinal = 1 WHERE line = 1", 1),
      ("UPDATE import_event SET recorded_at = recorded_at - interval '1 day' WHERE line = 5", 5),
      ("UPDATE import_event SET actor = 'else' WHERE line = 6", 6),
      ("UPDATE import_event SET payload = '{}' WHERE line > 6", 7),
      ("UPDATE import_event SET leaf_hash = sha256('') WHERE line = 8", 8),
      ("UPDATE import_event SET salt = '\\x00' WHERE line = 9", 9),
      ("UPDATE import_event SET department = 'D3' WHERE line > 3", 4),
      ("UPDATE import_event SET type = 'No good' WHERE line = 4", 4),
    ])
  func refused(script: String, line: Int) async throws {
    try await withTwoLogs { log, target in
      let refused = try await refusal { _ = try await copied(from: log, to: target, script) }
      #expect(refused == .notImportable(line: line))
      let connection = try await Connection.open(target)
      #expect(try await connection.perform { try LogReader.departments(in: $0) } == [:])
    }
  }

  @Test("A log that holds something takes no import, and a member may not import")
  func guarded() async throws {
    try await withTwoLogs { log, target in
      let refused = try await refusal { _ = try await copied(from: log, to: log.target) }
      #expect(refused == .logNotEmpty)
      try await log.withRole { member in
        let connection = try await Connection.open(member)
        let state = try await serverState {
          try await connection.execute("SELECT log.import('{}', '{}', '{}', '{}')")
        }
        #expect(state == .insufficientPrivilege)
        await connection.close()
      }
    }
  }
}
