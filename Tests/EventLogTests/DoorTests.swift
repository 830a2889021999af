import Postgres
import TestSupport
import Testing

@testable import EventLog

@Suite("The door through which somebody comes")
struct DoorTests {
  private func doors(_ connection: Connection) async throws -> [String?] {
    try await connection.query("SELECT door FROM log.event ORDER BY \"position\"") {
      try $0.textIfPresent(0)
    }
  }

  @Test("Who comes by themselves has none; an assistant says so, in the line that is hashed")
  func assistant() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(at: 0))
      try await connection.perform { try LogWriter.enter(through: .assistant, in: $0) }
      try await connection.append(Sample.request(at: 1))
      #expect(try await doors(connection) == [nil, "assistant"])
      #expect(try await connection.events()[1].door == "assistant")
      #expect(try await connection.audit().problems == [])
    }
  }

  @Test("A login that takes a person's role is named beside the person")
  func role() async throws {
    try await withLog { log in
      try await log.withRole { target in
        let role = target.settings["user"] ?? ""
        let owner = try await Connection.open(log.target)
        let own = try await owner.first("SELECT session_user::text") { try $0.text(0) }
        try await owner.execute("SET ROLE \(identifier: role)")
        try await owner.append(Sample.request(at: 0))
        try await owner.execute("RESET ROLE")
        #expect(try await owner.events()[0].actor == role)
        #expect(try await doors(owner) == [own])
        #expect(try await owner.audit().problems == [])
      }
    }
  }
}
