import CanonicalJSON
import EventLog
import Postgres
import TestSupport
import Testing

/// The functions called as no client of this project calls them.
@Suite("Malformed calls")
struct MalformedTests {
  /// Arguments of log.append after the department, as SQL; each can be spoiled by its name.
  static let sound = [
    ("p_command", "gen_random_uuid()"), ("p_content", "'{}'"), ("p_streams", "'{a,b}'"),
    ("p_versions", "'{0,0}'"), ("p_stream", "'{a,b}'"), ("p_type", "'{X,Y}'"),
    ("p_schema", "'{1,1}'"), ("p_occurred", "'{2026-01-01T00:00:00Z,2026-01-01T00:00:00Z}'"),
    ("p_payload", "ARRAY['{}','{}']"), ("p_causation", "NULL"), ("p_correlation", "NULL"),
  ]

  static let soundBatch = [
    ("p_stream", "'a'"), ("p_version", "0"),
    ("p_commands", "ARRAY[gen_random_uuid(), gen_random_uuid()]"),
    ("p_contents", "ARRAY['{}','{}']"),
    ("p_type", "'{X,Y}'"), ("p_schema", "'{1,1}'"),
    ("p_occurred", "'{2026-01-01T00:00:00Z,2026-01-01T00:00:00Z}'"),
    ("p_payload", "ARRAY['{}','{}']"),
  ]

  static let instants = "2026-01-01T00:00:00Z"

  /// A name and what it is spoiled with.
  static let lists: [(String, String)] = [
    ("p_streams", "'{a}'"), ("p_streams", "'{a,b,c}'"), ("p_streams", "'{}'"),
    ("p_streams", "NULL"), ("p_streams", "'{{a,b}}'"), ("p_streams", "'[0:1]={a,b}'"),
    ("p_versions", "'{0}'"), ("p_versions", "'{0,0,0}'"), ("p_versions", "'{}'"),
    ("p_versions", "NULL"), ("p_versions", "'{0,NULL}'"), ("p_versions", "'[0:1]={0,0}'"),
    ("p_stream", "'{a}'"), ("p_stream", "'{a,b,a}'"), ("p_stream", "'{a,NULL}'"),
    ("p_stream", "'{a,c}'"), ("p_stream", "'{}'"), ("p_stream", "'[0:1]={a,b}'"),
  ]
  static let shared: [(String, String)] = [
    ("p_type", "'{X}'"), ("p_type", "'{X,Y,Z}'"), ("p_type", "'{X,NULL}'"), ("p_type", "NULL"),
    ("p_type", "'{X,\"\"}'"), ("p_type", "'{X,\"a b\"}'"), ("p_type", "'{X,\"Y\\\"\"}'"),
    ("p_schema", "'{1}'"), ("p_schema", "'{1,1,1}'"), ("p_schema", "'{1,NULL}'"),
    ("p_schema", "'{1,0}'"), ("p_schema", "'{1,-1}'"),
    ("p_occurred", "'{\(instants)}'"), ("p_occurred", "'{\(instants),NULL}'"),
    ("p_occurred", "'{\(instants),infinity}'"), ("p_occurred", "'{\(instants),-infinity}'"),
    ("p_occurred", "'{\(instants),10000-01-01T00:00:00Z}'"),
    ("p_occurred", "'{\(instants),0044-03-15 00:00:00+00 BC}'"),
    ("p_payload", "ARRAY['{}']"), ("p_payload", "ARRAY['{}','{}','{}']"),
    ("p_payload", "ARRAY['{}',NULL]"), ("p_payload", "ARRAY[]::text[]"),
    ("p_payload", "NULL"), ("p_payload", "ARRAY[['{}','{}']]"),
    ("p_payload", "'[0:1]={1,2}'::text[]"), ("p_payload", "ARRAY['{}','']"),
    ("p_payload", "ARRAY['{}','{']"), ("p_payload", "ARRAY['{}','{\"a\":NaN}']"),
    ("p_payload", "ARRAY['{}',E'{\"a\":\\n1}']"), ("p_payload", "ARRAY['{}',E'\\r{}']"),
    ("p_payload", #"ARRAY['{}','{"a":"\u0000"}']"#), ("p_payload", #"ARRAY['{}','"\\\u0000"']"#),
    ("p_payload", #"ARRAY['{}','"\ud800"']"#), ("p_payload", #"ARRAY['{}','"\uDC00\uD800"']"#),
    ("p_payload", #"ARRAY['{}','"\u0041"']"#), ("p_payload", #"ARRAY['{}','"\u001F"']"#),
  ]

  @Test("An append that is not well formed stores nothing")
  func append() async throws {
    let more = [("p_command", "NULL"), ("p_content", "NULL")]
    try await refuse("log.append", Self.sound, Self.lists + Self.shared + more)
  }

  @Test("A batch that is not well formed stores nothing")
  func batch() async throws {
    let more = [
      ("p_stream", "NULL"), ("p_stream", "''"), ("p_stream", "'a b'"), ("p_stream", "E'a\\n'"),
      ("p_version", "NULL"), ("p_commands", "ARRAY[gen_random_uuid()]"), ("p_commands", "NULL"),
      ("p_commands", "ARRAY[gen_random_uuid(), NULL]"), ("p_contents", "ARRAY['{}']"),
      ("p_contents", "ARRAY['{}', NULL]"), ("p_contents", "NULL"),
    ]
    try await refuse("log.append_batch", Self.soundBatch, Self.shared + more)
  }

  static let soundOne = [
    ("p_command", "gen_random_uuid()"), ("p_salt", "decode(repeat('00', 16), 'hex')"),
    ("p_request", "decode(repeat('00', 32), 'hex')"), ("p_stream", "'a'"), ("p_version", "1"),
    ("p_type", "'X'"), ("p_schema", "1::smallint"),
    ("p_occurred", "'2026-01-01T00:00:00Z'"), ("p_payload", "'{}'"),
  ]

  @Test("An append of one event that is not well formed stores nothing")
  func one() async throws {
    let spoilings = [
      ("p_command", "NULL"), ("p_salt", "NULL"), ("p_salt", "''"), ("p_request", "NULL"),
      ("p_request", "decode('00', 'hex')"), ("p_version", "-1"), ("p_version", "0"),
      ("p_version", "2"),
      ("p_stream", "NULL"), ("p_stream", "''"), ("p_stream", "'a b'"), ("p_stream", "E'a\\n'"),
      ("p_stream", "'é'"),
      ("p_stream", "repeat('a', 129)"), ("p_version", "NULL"), ("p_type", "NULL"),
      ("p_type", "''"), ("p_type", "'X Y'"), ("p_type", "E'X\\n'"), ("p_type", "repeat('X', 65)"),
      ("p_schema", "NULL"), ("p_schema", "0::smallint"), ("p_occurred", "NULL"),
      ("p_occurred", "'infinity'"), ("p_occurred", "'10000-01-01T00:00:00Z'"),
      ("p_occurred", "'0044-03-15 00:00:00+00 BC'"), ("p_payload", "NULL"), ("p_payload", "''"),
      ("p_payload", "'{'"), ("p_payload", "'{\"a\":NaN}'"), ("p_payload", "E'{\"a\":\\n1}'"),
      ("p_payload", "E'\\r{}'"), ("p_payload", #"'{"a":"\u0000"}'"#),
      ("p_payload", #"'"\ud800"'"#), ("p_payload", #"'"\u0041"'"#),
    ]
    try await refuse("log.append_one", Self.soundOne, spoilings, accepted: 1)
  }

  /// The sound call is made in the end, so that it is the spoiling that was refused. The log holds
  /// an event before, since an empty one is left to log.append.
  private func refuse(
    _ function: String, _ arguments: [(String, String)], _ spoilings: [(String, String)],
    accepted: Int = 2
  ) async throws {
    let malformed: Set<SQLState> = ["PD005", .notNullViolation, .checkViolation, "22P02"]
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(stream: "before", at: 0))
      for (name, value) in spoilings {
        let spoiled = arguments.map { $0.0 == name ? (name, value) : $0 }
        let state = try await serverState { try await connection.call(function, spoiled) }
        // append_one answers with null to what it leaves to log.append.
        #expect(
          state.map { malformed.contains($0) } ?? (function == "log.append_one"),
          "\(name) => \(value): \(state?.code ?? "accepted")")
      }
      #expect(try await connection.execute("SELECT FROM log.event") == 1)
      try await connection.call(function, arguments)
      #expect(try await connection.audit().count == 1 + accepted)
      #expect(try await connection.audit().problems == [])
    }
  }

  @Test("Names that a line could not quote are refused")
  func names() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      for odd in [
        "", " ", "a b", "a\"b", "a\\b", "a\nb", "é", "-a", "a{", String(repeating: "a", count: 129),
      ] {
        let stream = try await refusal {
          try await connection.append(Sample.request(stream: odd, at: 0))
        }
        guard case .malformedEvent = stream else {
          Issue.record("stream \(odd): \(String(describing: stream))")
          continue
        }
        let type = try await refusal {
          var request = Sample.request(at: 0)
          request.events[0].type = odd + "."
          try await connection.append(request)
        }
        guard case .malformedEvent = type else {
          Issue.record("type \(odd): \(String(describing: type))")
          continue
        }
      }
      #expect(try await connection.events().isEmpty)
    }
  }

  @Test("A stream named twice gets dense versions all the same")
  func duplicateStreams() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let arguments = Self.sound.map { (name, value) in
        switch name {
        case "p_streams", "p_stream": (name, "'{a,a}'")
        default: (name, value)
        }
      }
      try await connection.call("log.append", arguments)
      #expect(try await connection.audit().problems == [])
      let state = try await serverState { try await connection.call("log.append", arguments) }
      #expect(state == "PD001")
    }
  }

  @Test("An append of nothing is refused by name")
  func nothing() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      var request = Sample.request(at: 0)
      request.events = []
      let empty = request
      guard case .malformedEvent = try await refusal({ try await connection.append(empty) }) else {
        Issue.record("an append without events was not refused")
        return
      }
      let batch = try await refusal {
        try await connection.perform { session in
          _ = try LogWriter.appendBatch([], to: "j", at: 0, of: "D1", in: session)
        }
      }
      guard case .malformedEvent = batch else {
        Issue.record("a batch without entries was not refused")
        return
      }
    }
  }

  @Test("Escaped backslashes before a u are text, not escapes")
  func escapedBackslash() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      for (version, text) in [#"\u0000"#, #"\\u0000"#, #"\ud800"#, #"C:\users"#].enumerated() {
        try await connection.append(
          Sample.request(at: version, payload: ["text": .string(text)]))
      }
      #expect(try await connection.execute("SELECT payload::jsonb FROM log.event") == 4)
      #expect(try await connection.audit().problems == [])
    }
  }
}

extension Connection {
  /// Calls a function of the log with SQL expressions by name, for department D1.
  fileprivate func call(_ function: String, _ arguments: [(String, String)]) throws {
    let list = arguments.map { "\($0.0) => \($0.1)" }.joined(separator: ", ")
    try execute("SELECT * FROM \(unescaped: function)(p_department => 'D1', \(unescaped: list))")
  }
}
