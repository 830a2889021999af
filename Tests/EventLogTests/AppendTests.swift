import CanonicalJSON
import CivilTime
import EventLog
import Postgres
import TestSupport
import Testing

@Suite("Appending")
struct AppendTests {
  @Test("Positions, stream versions and ordinals are dense, department by department")
  func dense() async throws {
    try await withLog(departments: 3) { log in
      var random = SeededGenerator.printed()
      let connection = try await Connection.open(log.target)
      var heads: [String: Int] = [:]
      var versions: [String: Int] = [:]
      for _ in 0..<60 * TestSettings.soak {
        let department = log.departments.randomElement(using: &random)!
        let streams = ["a", "b.2", "C_3-x"].shuffled(using: &random).prefix(2)
        let events = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          Sample.event(streams.randomElement(using: &random)!)
        }
        let expected = streams.map { ($0, versions[department + $0, default: 0]) }
        let result = try await connection.append(
          AppendRequest(
            department: department, commandID: .random(), content: ["n": 1],
            expected: Dictionary(uniqueKeysWithValues: expected), events: events))
        let head = heads[department, default: 0]
        #expect(result.positions == head + 1...head + events.count)
        #expect(!result.repeated)
        heads[department] = head + events.count
        for event in events { versions[department + event.stream, default: 0] += 1 }
      }
      for department in log.departments {
        let audit = try await connection.audit(department)
        #expect(audit.problems == [])
        #expect(audit.count == heads[department, default: 0])
      }
      #expect(try await connection.perform { try LogReader.departments(in: $0) } == heads)
    }
  }

  @Test("An event comes back as it was sent, with the log's own envelope")
  func envelope() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let before = Instant.now()
      var request = Sample.request(at: 0, events: 2)
      request.causation = "D1@7"
      request.correlation = CommandID.random().rawValue
      try await connection.append(request)
      let events = try await connection.events()
      #expect(events.map(\.reference) == ["D1@1", "D1@2"])
      let second = try #require(events.last)
      #expect((second.stream, second.streamVersion, second.ordinal) == ("cycle-1", 2, 1))
      #expect((second.type, second.schemaVersion) == ("ActionLogged", 1))
      #expect(second.commandID == request.commandID.rawValue)
      #expect(second.causation == request.causation)
      #expect(second.correlation == request.correlation)
      #expect(second.occurredAt == Sample.occurred)
      #expect(second.recordedAt >= before && second.recordedAt <= Instant.now())
      #expect(second.payload == request.events[1].payload.canonical)
      #expect(try await connection.audit().problems == [])
    }
  }

  @Test("A batch stands as the same commands one by one would")
  func batch() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(stream: "other", at: 0, events: 3))
      try await connection.append(Sample.request(stream: "journal", at: 0))
      let entries = (0..<40).map {
        Sample.entry(content: ["n": JSON($0)], payload: ["n": JSON($0)])
      }
      let result = try await connection.perform { session in
        try LogWriter.appendBatch(entries, to: "journal", at: 1, of: "D1", in: session)
      }
      #expect(result.positions == 5...44)
      let events = try await connection.events(after: 4)
      #expect(events.map(\.commandID) == entries.map(\.commandID.rawValue))
      #expect(events.map(\.payload) == entries.map(\.payload.canonical))
      #expect(events.map(\.streamVersion) == Array(2...41))
      #expect(try await connection.audit().problems == [])
      let texts: [String] = ["first", "second", "first"]
      let identities = try await connection.perform { session in
        try LogWriter.identities(of: texts, in: "D1", session: session)
      }
      #expect(identities.map(\.isKnown) == [false, false, false])
      #expect(identities[0].id == identities[2].id && identities[0].id != identities[1].id)
      let first = try await connection.perform { session in
        try LogWriter.firstResult(
          of: entries[7].commandID, content: ["n": 7], in: "D1", session: session)
      }
      #expect(first?.positions == 12...12)
    }
  }

  @Test("Time does not go back within a department when the clock does")
  func clock() async throws {
    try await withLog(departments: 2) { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(at: 0))
      // An event from a clock that was a day ahead, as only the owner can make one.
      try await connection.execute(
        """
        INSERT INTO log.event
        SELECT department, 2, stream, 2, type, schema_version, gen_random_uuid(), 0, request,
          causation, correlation, actor, occurred_at, recorded_at + interval '1 day', payload,
          salt, leaf_hash
        FROM log.event
        """)
      let ahead = try await connection.events()[1].recordedAt
      try await connection.append(Sample.request(at: 2))
      #expect(try await connection.events()[2].recordedAt == ahead)
      try await connection.perform { session in
        _ = try LogWriter.appendBatch([Sample.entry()], to: "journal", at: 0, of: "D1", in: session)
      }
      #expect(try await connection.events()[3].recordedAt == ahead)
      try await connection.append(Sample.request("D2", at: 0))
      #expect(try await connection.events(of: "D2")[0].recordedAt < ahead)
    }
  }

  @Test(
    "The actor is the role that logged in, whatever role it takes on",
    arguments: ["plain", "rôle \"x\"\\\n\u{1}é"])
  func actor(name: String) async throws {
    try await withLog { log in
      try await log.withRole(name) { target in
        let connection = try await Connection.open(target)
        try await connection.append(Sample.request(at: 0))
        let group = try await connection.group("member")
        try await connection.execute("SET ROLE \(identifier: group)")
        try await connection.append(Sample.request(at: 1))
        let actors = try await connection.events().map(\.actor)
        #expect(actors == [target.settings["user"], target.settings["user"]])
        #expect(try await connection.audit().problems == [])
      }
    }
  }
}
