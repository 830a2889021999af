import CanonicalJSON
import EventLog
import Postgres
import TestSupport
import Testing

/// The way in for one event, which counts on the keys of the log and on a bound of its end.
@Suite("Single events")
struct SingleEventTests {
  @Test("A bound past the end, or far before it, changes no position and is put right")
  func wrongBound() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      for stream in 0..<200 {
        try await connection.append(Sample.request(stream: "s\(stream)", at: 0))
      }
      for (index, wrong) in [1_000_000, 201, Int.max, 0, 1].enumerated() {
        try await connection.execute("UPDATE log.department SET near_end = \(wrong)")
        let result = try await connection.append(Sample.request(stream: "t\(index)", at: 0))
        #expect(result.positions == 201 + index...201 + index, "near_end \(wrong)")
        #expect(!result.repeated)
        let bound = try await connection.bound()
        #expect((170...result.positions.upperBound).contains(bound), "near_end \(wrong): \(bound)")
      }
      #expect(try await connection.audit().problems == [])
    }
  }

  @Test("The bound follows the end in steps, and goes back with its transaction")
  func steps() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      var bounds: Set<Int> = []
      for stream in 0..<300 {
        try await connection.append(Sample.request(stream: "s\(stream)", at: 0))
        bounds.insert(try await connection.bound())
      }
      #expect(bounds == Set(stride(from: 0, through: 288, by: 32)))
      try await connection.executeScript("BEGIN")
      for stream in 300..<400 {
        try await connection.append(Sample.request(stream: "s\(stream)", at: 0))
      }
      #expect((369...400).contains(try await connection.bound()))
      try await connection.executeScript("ROLLBACK")
      #expect(try await connection.bound() == 288)
      #expect(
        try await connection.append(Sample.request(stream: "s300", at: 0)).positions == 301...301)
    }
  }

  @Test("Batches and commands of several events move the bound along")
  func otherWays() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(at: 0, events: 130))
      #expect(try await connection.bound() == 130)
      let entries = (0..<500).map { _ in Sample.entry() }
      try await connection.perform { session in
        _ = try LogWriter.appendBatch(entries, to: "j", at: 0, of: "D1", in: session)
      }
      #expect(try await connection.bound() == 630)
      #expect(
        try await connection.append(Sample.request(stream: "after", at: 0)).positions == 631...631)
    }
  }

  @Test("A command known by one event answers with its first result, whatever version it expects")
  func known() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let request = Sample.request(at: 0)
      let first = try await connection.append(request)
      try await connection.append(Sample.request(at: 1))
      for (stream, version) in [("cycle-1", 0), ("cycle-1", 2), ("cycle-1", 9), ("other", 0)] {
        let again = try await connection.append(
          Sample.request(stream: stream, at: version, id: request.commandID))
        #expect(again.repeated)
        #expect(again.positions == first.positions)
      }
      let reused = try await refusal {
        try await connection.append(
          Sample.request(stream: "other", at: 0, id: request.commandID, content: ["do": "that"]))
      }
      #expect(reused == .commandReused(request.commandID))
      #expect(try await connection.audit().count == 2)
    }
  }

  @Test("Versions before and after a stream's own are refused with what was found")
  func stale() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      for version in 0..<3 { try await connection.append(Sample.request(at: version)) }
      try await connection.append(Sample.request(stream: "last", at: 0))
      for expected in [0, 1, 2, 4, 5, 1_000_000, -1] {
        let refused = try await refusal {
          try await connection.append(Sample.request(at: expected))
        }
        #expect(refused == .staleVersion(stream: "cycle-1", expected: expected, found: 3))
      }
      let unbegun = try await refusal {
        try await connection.append(Sample.request(stream: "new", at: 1))
      }
      #expect(unbegun == .staleVersion(stream: "new", expected: 1, found: 0))
      #expect(try await connection.append(Sample.request(at: 3)).positions == 5...5)
      #expect(try await connection.audit().problems == [])
    }
  }

  @Test("By itself, append_one tells a known command and a stale version by their keys")
  func keys() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(stream: "before", at: 0))
      let id = CommandID.random()
      func appendOne(_ id: CommandID, to stream: String) async throws -> String? {
        do {
          try await connection.execute(
            """
            SELECT log.append_one('D1', \(id.rawValue)::uuid, decode(repeat('00', 16), 'hex'),
              decode(repeat('00', 32), 'hex'), \(stream), 1, 'ActionLogged', 1::smallint,
              now(), '{}')
            """)
          return nil
        } catch let error as PostgresError {
          return error.serverError?.constraint
        }
      }
      #expect(try await appendOne(id, to: "s") == nil)
      #expect(try await appendOne(id, to: "t") == "event_command_key")
      #expect(try await appendOne(CommandID.random(), to: "s") == "event_stream_version_key")
      #expect(try await connection.audit().count == 2)
    }
  }

  @Test("Whatever an event says, its line and its salts are those that its columns make")
  func sameLine() async throws {
    var numbers = SeededGenerator.printed()
    let words = [
      "", "Drafted", "下書きを直した", #"":""#, #"a":"b"#, #"{"text":"x"}"#, "[1, 2]", "{", "\\",
      "\\u0041", "\n",
      "\u{1}", " : , ", "1.50, -0, 1e5", "@sha256", #""@sha256":"#, "😀～", "'", "-", "0.0000001",
      "/~",
    ]
    let names = ["by", "link", "minutes", "text", "a", "z", "名", "～"]
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(stream: "before", at: 0))
      var shortcuts = 0
      for number in 1...400 {
        var members = JSONObject()
        for _ in 0..<Int.random(in: 0...4, using: &numbers) {
          let word = words.randomElement(using: &numbers)! + words.randomElement(using: &numbers)!
          members[names.randomElement(using: &numbers)!] =
            switch Int.random(in: 0...6, using: &numbers) {
            case 0: .number(Double(Int.random(in: -99...99, using: &numbers)) / 4)
            case 1: [.string(word), .object(["text": .string(word)])]
            case 2: .null
            default: .string(word)
            }
        }
        let payload = JSON.object(members).canonical
        let position =
          try await connection.first(
            """
            SELECT log.append_one('D1', gen_random_uuid(), uuid_send(gen_random_uuid()),
              sha256(uuid_send(gen_random_uuid())), \("s\(number)"), 1, 'ActionLogged', 1::smallint, now(),
              \(payload)::json)
            """
          ) { try $0.intIfPresent(0) } ?? nil
        if position != nil { shortcuts += 1 }
      }
      // What holds \u is left to log.append.
      #expect(shortcuts > 250)
      let odd = try await connection.query(
        """
        SELECT e.payload::text FROM log.event e
        WHERE log.leaf(e) <> e.leaf_hash
          OR ARRAY(SELECT json_object_keys(e.salts)) <> ARRAY(SELECT json_object_keys(log.salts(e.type, e.payload)))
        """
      ) { try $0.text(0) }
      #expect(odd == [])
      #expect(try await connection.audit().problems == [])
    }
  }

  @Test("64 clients that send one command append it once, and all get its first result")
  func race() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(stream: "before", at: 0))
      let request = Sample.request(at: 0)
      let results = try await concurrently(64, on: log.target) { _, connection in
        try await connection.append(request)
      }
      #expect(Set(results.map(\.positions)) == [2...2])
      #expect(results.filter { !$0.repeated }.count == 1)
      #expect(try await connection.audit().count == 2)
    }
  }

  @Test("64 clients that begin streams of their own fill the log without holes across bounds")
  func manyStreams() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let results = try await concurrently(64, on: log.target) { index, connection in
        try await (0..<5).asyncPositions { round in
          try await connection.append(Sample.request(stream: "s\(index)-\(round)", at: 0))
        }
      }
      #expect(results.flatMap { $0 }.sorted() == Array(1...320))
      #expect((289...320).contains(try await connection.bound()))
      #expect(try await connection.audit().problems == [])
    }
  }
}

extension Range<Int> {
  fileprivate func asyncPositions(
    _ append: (Int) async throws -> AppendResult
  ) async throws -> [Int] {
    var positions: [Int] = []
    for round in self { positions.append(try await append(round).positions.lowerBound) }
    return positions
  }
}

extension Connection {
  /// What D1's row says of the log's end.
  fileprivate func bound() throws -> Int {
    try first("SELECT near_end FROM log.department WHERE department = 'D1'") {
      try $0.int(0)
    } ?? -1
  }
}
