import CanonicalJSON
import Postgres
import TestSupport
import Testing

@testable import EventLog

@Suite("Redaction")
struct RedactionTests {
  private let left: JSON = ["n": 4, "text": "[redacted]"]

  /// A log of one event that holds a text and a number.
  private func withSecret(_ body: (LogDatabase, Connection) async throws -> Void) async throws {
    try await withLog { log in
      let owner = try await Connection.open(log.target)
      try await owner.append(Sample.request(at: 0, payload: ["n": 4, "text": "090-1234-5678"]))
      try await body(log, owner)
    }
  }

  private func redact(
    _ connection: Connection, _ position: Int = 1, leaving: JSON, reason: String = "A number"
  ) async throws {
    _ = try await connection.perform { session in
      try LogWriter.redact(
        position: position, of: "D1", leaving: leaving, reason: reason, commandID: .random(),
        in: session)
    }
  }

  @Test("Text and salt go; envelope, request and leaf stay; who and why are an event")
  func erased() async throws {
    try await withSecret { _, owner in
      let kept: Query = """
        SELECT (e.stream, e.request, e.leaf_hash, e.recorded_at, e.actor)::text FROM log.event e
        WHERE "position" = 1
        """
      let before = try await owner.first(kept) { try $0.text(0) }
      try await redact(owner, leaving: left)
      let after = try await owner.first(kept) { try $0.text(0) }
      #expect(after == before)
      let events = try await owner.events()
      #expect(events.map(\.payload)[0] == #"{"n":4,"text":"[redacted]"}"#)
      #expect(events[1].type == "EventRedacted")
      #expect(events[1].stream == "redactions")
      #expect(events[1].causation == "D1@1")
      #expect(events[1].payload.contains(#""reason":"A number""#))
      #expect(!events[1].payload.contains("1234"))
      let redactions = try await owner.perform { try LogReader.redactions(of: "D1", in: $0) }
      #expect(redactions == [1: 2])
      let exported = try await owner.query("SELECT log.exported(e) FROM log.event e ORDER BY 1") {
        try $0.text(0)
      }
      #expect(exported.filter { $0.hasSuffix(#","unhashed":{"salt":"","texts":{}}}"#) }.count == 1)
      let made = try await owner.query(
        "SELECT log.leaf(e) = e.leaf_hash FROM log.event e"
      ) { try $0.bool(0) }
      #expect(made == [true, true])
      #expect(exported.allSatisfy { JSON.isCanonical(bytes: Array($0.utf8)) })
    }
  }

  private func expectRefused(
    _ connection: Connection, _ position: Int, _ left: JSON, _ reason: String
  ) async throws {
    let refused = try await refusal {
      try await redact(connection, position, leaving: left, reason: reason)
    }
    if case .notRedactable = refused { return }
    Issue.record("\(left.canonical): \(String(describing: refused))")
  }

  @Test("Only texts can be erased, once, with a reason")
  func refused() async throws {
    try await withSecret { _, owner in
      let wrong: [JSON] = [
        ["n": 5, "text": "[redacted]"], ["text": "[redacted]"], ["n": 4, "text": "other"],
        ["n": 4, "text": "090-1234-5678"], ["n": 4, "text": .null], "[redacted]",
        ["n": 4, "text": "[redacted]", "more": 1], ["n": "[redacted]", "text": "[redacted]"],
      ]
      for left in wrong { try await expectRefused(owner, 1, left, "A number") }
      try await expectRefused(owner, 1, left, " ")
      try await expectRefused(owner, 2, left, "A number")
      try await redact(owner, leaving: left)
      try await expectRefused(owner, 1, left, "A number")
      #expect(try await owner.events().count == 2)
    }
  }

  @Test("A member can neither redact nor append a redaction by other ways")
  func member() async throws {
    try await withSecret { log, _ in
      try await log.withRole { target in
        let member = try await Connection.open(target)
        let refused = try await refusal { try await redact(member, leaving: left) }
        #expect(refused == .forbidden)
        for (stream, type) in [("redactions", "Noted"), ("cycle-9", "EventRedacted")] {
          try await expectMalformed(member, stream, type)
        }
      }
    }
  }

  private func expectMalformed(
    _ connection: Connection, _ stream: String, _ type: String
  ) async throws {
    let request = AppendRequest(
      department: "D1", commandID: .random(), content: ["do": "it"], expected: [stream: 0],
      events: [Sample.event(stream, type: type)])
    let refused = try await refusal { try await connection.append(request) }
    if case .malformedEvent = refused { return }
    Issue.record("\(stream) \(type): \(String(describing: refused))")
  }

  @Test("An administrator can redact, and nothing else past the log's ways in")
  func administrator() async throws {
    try await withSecret { log, owner in
      try await log.withRole { target in
        let role = target.settings["user"] ?? ""
        try await owner.execute(
          "GRANT \(identifier: owner.group("administrator")) TO \(identifier: role)")
        let administrator = try await Connection.open(target)
        try await redact(administrator, leaving: left)
        #expect(try await owner.events()[1].actor == role)
        let state = try await serverState {
          try await administrator.execute("UPDATE log.event SET payload = '{}'")
        }
        #expect(state == .insufficientPrivilege)
      }
    }
  }

  @Test("Beside a redaction of its own transaction the owner can change nothing else")
  func owner() async throws {
    try await withSecret { _, owner in
      try await owner.append(Sample.request(at: 1, payload: ["text": "second"]))
      let updates: [Query] = [
        "UPDATE log.event SET payload = '{}', salt = '' WHERE \"position\" = 2",
        "UPDATE log.event SET payload = '{\"n\":4,\"text\":\"\"}' WHERE \"position\" = 1",
        "UPDATE log.event SET actor = 'x' WHERE \"position\" = 3",
        "DELETE FROM log.event WHERE \"position\" = 3",
      ]
      for update in updates {
        let state = try await serverState {
          try await owner.transaction { session in
            _ = try LogWriter.redact(
              position: 1, of: "D1", leaving: left, reason: "A number", commandID: .random(),
              in: session)
            try session.execute(update)
          }
        }
        #expect(state == "PD006", "\(update)")
      }
      #expect(try await owner.events().map(\.payload)[0].contains("1234"))
    }
  }

  @Test("After its transaction a redaction allows nothing more")
  func later() async throws {
    try await withSecret { _, owner in
      try await redact(owner, leaving: left)
      let state = try await serverState {
        try await owner.execute("UPDATE log.event SET salt = '' WHERE \"position\" = 1")
      }
      #expect(state == "PD006")
    }
  }
}
