import CanonicalJSON
import EventLog
import Postgres
import TestSupport
import Testing

@Suite("Hostile payloads")
struct HostilePayloadTests {
  static let texts = [
    "", "it's \"quoted\"", #"back\slash \n \u0041 \\u0000 \\\ud800"#, "line\nfeed\r\ttab",
    "\u{1}\u{8}\u{B}\u{C}\u{1F}\u{7F}\u{80}\u{85}", "e\u{301} \u{E9} \u{1112}\u{1161}\u{11AB}",
    "\u{202E}txt.exe\u{202C}\u{2066}\u{2069}", "\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}",
    "🏳️‍🌈👩🏽‍🚀🧑‍🤝‍🧑 \u{10FFFF}", "{NULL}", "NULL", #"{"a","b"}"#, "'; DROP TABLE log.event; --", "$1 %s $$",
    "\u{1B}[31mred\u{1B}[0m",
  ]

  @Test("Text comes back byte for byte, as value and as key", arguments: texts)
  func verbatim(text: String) async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      var nested = JSONObject()
      nested[text] = .array([JSON(text), 1.5e300, -0.0, 1e-7, true, nil])
      let payload: JSON = ["deep": .object(nested), "text": JSON(text)]
      try await connection.append(
        Sample.request(at: 0, content: ["said": JSON(text)], payload: payload))
      try await connection.perform { session in
        _ = try LogWriter.appendBatch(
          [Sample.entry(content: JSON(text), payload: payload)], to: "j", at: 0, of: "D1",
          in: session)
      }
      for event in try await connection.events() {
        #expect(Array(event.payload.utf8) == payload.canonicalBytes)
      }
      #expect(try await connection.audit().problems == [])
      #expect(try await connection.audit().count == 2)
    }
  }

  @Test("Whatever the generator thinks of comes back byte for byte")
  func generated() async throws {
    try await withLog { log in
      var random = SeededGenerator.printed()
      let connection = try await Connection.open(log.target)
      for version in 0..<40 * TestSettings.soak {
        let payload: JSON = ["any": .random(depth: 3, using: &random)]
        do { try await connection.append(Sample.request(at: version, payload: payload)) } catch {
          Issue.record("\(error): \(payload.canonical)")
          return
        }
        let stored = try await connection.events(after: version)
        #expect(stored.map(\.payload) == [payload.canonical])
      }
      let problems = try await connection.audit().problems
      #expect(problems == [], "\(problems.first ?? "")")
      // Every reader must be able to take it, PostgreSQL's own operators too.
      #expect(
        try await connection.execute("SELECT payload::jsonb FROM log.event")
          == 40 * TestSettings.soak)
    }
  }

  @Test("A megabyte comes back byte for byte")
  func large() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let text = String(repeating: #"整えた "x"\ "# + "\u{1}", count: 1 << 16)
      let request = Sample.request(at: 0, payload: ["text": JSON(text)])
      try await connection.append(request)
      let payload = try await connection.events()[0].payload
      #expect(payload.utf8.count > 1 << 20)
      #expect(payload.utf8.elementsEqual(request.events[0].payload.canonical.utf8))
      #expect(try await connection.audit().problems == [])
    }
  }

  @Test("Text with a NUL is refused, raw and escaped")
  func nul() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let refused = try await refusal {
        try await connection.append(Sample.request(at: 0, payload: ["a": "x\u{0}y"]))
      }
      guard case .malformedEvent = refused else {
        Issue.record("\(String(describing: refused))")
        return
      }
      #expect(try await connection.events().isEmpty)
    }
  }
}

extension JSON {
  /// Any value that the canonical form can hold, but for NUL.
  static func random(depth: Int, using random: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .number(Double(Int.random(in: -1 << 53...1 << 53, using: &random)))
    case 3: .number(finite(using: &random))
    case 4: .string(text(using: &random))
    case 5:
      .array(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in
          .random(depth: depth - 1, using: &random)
        })
    default: object(depth: depth, using: &random)
    }
  }

  private static func object(depth: Int, using random: inout SeededGenerator) -> JSON {
    var object = JSONObject()
    for _ in 0..<Int.random(in: 0..<4, using: &random) {
      object[text(using: &random)] = .random(depth: depth - 1, using: &random)
    }
    return .object(object)
  }

  private static func finite(using random: inout SeededGenerator) -> Double {
    let value = Double(bitPattern: random.next())
    return value.isFinite ? value : 0.1
  }

  private static func text(using random: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      1...0x1F, 0x20...0x7E, 0x7F...0x2FF, 0x300...0x36F, 0x3040...0x9FFF, 0x1F300...0x1FAFF,
      0xE000...0x10FFFF,
    ]
    let count = Int.random(in: 0..<12, using: &random)
    let scalars = (0..<count).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: ranges.randomElement(using: &random)!, using: &random))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
