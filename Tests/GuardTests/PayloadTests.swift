import CanonicalJSON
import EventLog
import Postgres
import TestSupport
import Testing

@Suite("What a log takes in")
struct PayloadTests {
  /// Events that no projection could take in, by what is wrong with each.
  static let poison: [(what: String, stream: String, type: String, version: Int, payload: String)] =
    [
      ("an unknown type", "cycle-1", "CycleDreamt", 1, "{}"),
      ("a stream of no kind", "dream-1", "ActionLogged", 1, #"{"text":"x"}"#),
      ("a stream of another kind", "kpi-hours", "ActionLogged", 1, #"{"text":"x"}"#),
      ("a stream without its number", "cycle-x", "ActionLogged", 1, #"{"text":"x"}"#),
      ("a version that none knows", "cycle-1", "ActionLogged", 2, #"{"text":"x"}"#),
      (
        "a number beyond every double", "cycle-1", "ActionLogged", 1,
        #"{"minutes":1e400,"text":"x"}"#
      ),
      (
        "a number that no double holds", "cycle-1", "ActionLogged", 1,
        #"{"minutes":9007199254740993,"text":"x"}"#
      ),
      (
        "a number below every double", "cycle-1", "ActionLogged", 1,
        #"{"minutes":1e-400,"text":"x"}"#
      ),
      (
        "an exponent beyond all bounds", "cycle-1", "ActionLogged", 1,
        #"{"minutes":1e999999999,"text":"x"}"#
      ),
      ("a key twice", "cycle-1", "ActionLogged", 1, #"{"text":"x","text":"y"}"#),
      ("a key twice, deep in", "cycle-1", "ActionLogged", 1, #"{"text":[{"a":1,"a":2}]}"#),
      ("no object", "cycle-1", "ActionLogged", 1, #"["text"]"#),
      (
        "nesting beyond every reader", "cycle-1", "ActionLogged", 1,
        #"{"text":"# + String(repeating: "[", count: 120) + String(repeating: "]", count: 120) + "}"
      ),
      (
        "more bytes than are taken", "cycle-1", "ActionLogged", 1,
        #"{"text":""# + String(repeating: "x", count: 4 << 20) + #""}"#
      ),
      ("a blank between a name and its value", "cycle-1", "ActionLogged", 1, #"{"text": "x"}"#),
      ("a blank before a comma", "cycle-1", "ActionLogged", 1, #"{"minutes":5 ,"text":"x"}"#),
      ("a blank after a name", "cycle-1", "ActionLogged", 1, #"{"text" :"x"}"#),
      ("a blank deep in", "cycle-1", "ActionLogged", 1, #"{"text":[1, 2]}"#),
      ("names out of order", "cycle-1", "ActionLogged", 1, #"{"text":"x","minutes":5}"#),
      ("names out of order, deep in", "cycle-1", "ActionLogged", 1, #"{"a":{"c":1,"b":2}}"#),
      ("a number with a zero too many", "cycle-1", "ActionLogged", 1, #"{"minutes":1.0}"#),
      ("a zero below zero", "cycle-1", "ActionLogged", 1, #"{"minutes":-0,"text":"x"}"#),
      ("an exponent that isn't needed", "cycle-1", "ActionLogged", 1, #"{"minutes":1e5}"#),
      (
        "a small number without its exponent", "cycle-1", "ActionLogged", 1,
        #"{"minutes":0.00000012}"#
      ),
      ("an escape that isn't needed", "cycle-1", "ActionLogged", 1, #"{"text":"a\/b"}"#),
      ("a letter as its code", "cycle-1", "ActionLogged", 1, #"{"text":"\u0041"}"#),
      (
        "names that bytes and UTF-16 order otherwise", "cycle-1", "ActionLogged", 1,
        #"{"text":"x","～":"b","😀":"a"}"#
      ),
      ("a commitment's name", "cycle-1", "ActionLogged", 1, #"{"text":"x","y":{"@sha256":"a"}}"#),
      (
        "a commitment's name and a blank", "cycle-1", "ActionLogged", 1,
        #"{"text":"x","y":{"@sha256" :{"a":"b"}}}"#
      ),
      (
        "a stream numbered beyond what is counted", "issue-9223372036854775807", "IssueRaised", 1,
        #"{"issue":"x","to":"field"}"#
      ),
      ("a stream of ten digits", "cycle-1000000000", "JournalOpened", 1, #"{"title":"x"}"#),
      ("a redaction", "redactions", "EventRedacted", 1, #"{"reason":"x"}"#),
      ("an exclusion", "exclusions", "EventSetAside", 1, #"{"position":1,"reason":"x"}"#),
    ]

  @Test(
    "Every double is taken in RFC 8785's form: random ones of all sizes, whole ones past 2^53, powers"
  )
  func doubles() async throws {
    var random = SeededGenerator.printed()
    // From RFC 8785, appendix B, and 1e23, which lies between two doubles.
    var numbers = [
      "0", "5e-324", "-5e-324", "1.7976931348623157e308", "9007199254740992",
      "295147905179352830000",
      "9.999999999999997e22", "1e23", "9.999999999999997e20", "1e21", "9.999999999999997e-7",
      "1e-6",
      "333333333.33333329", "333333333.33333325", "333333333.3333333", "0.0000033333333333333333",
      "1424953923781206.2", "27791099137206970",
    ].map { Double($0)! }
    numbers += (-320...308).flatMap { [Double("1e\($0)")!, Double("5e\($0)")!] }.filter(\.isFinite)
    numbers += (-1074...1023).map { Double(sign: .plus, exponent: $0, significand: 1) }
    while numbers.count < 20_000 * TestSettings.soak {
      let bits = random.next() as UInt64
      let drawn =
        numbers.count % 2 == 0
        ? Double(bitPattern: bits) : Double(Int64(truncatingIfNeeded: bits) >> Int(bits % 12))
      if drawn.isFinite { numbers.append(drawn) }
    }
    let texts = numbers.map { JSON.number($0).canonical }
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let refused = try await connection.query(
        "SELECT d FROM unnest(\(texts)::text[]) d WHERE log.canonical_number(d) IS DISTINCT FROM d"
      ) { try $0.text(0) }
      #expect(refused == [])
      await connection.close()
    }
  }

  @Test("No way in takes an event that nobody could apply", arguments: poison.indices)
  func refused(place: Int) async throws {
    let (what, stream, type, version, payload) = Self.poison[place]
    try await withHouse { house in
      let before = try await count(house)
      let append = try await state(house) { session in
        try session.execute(
          """
          SELECT log.append('SALES', gen_random_uuid(), '{}', ARRAY[\(stream)],
            ARRAY[(SELECT coalesce(max(stream_version), 0) FROM log.event
              WHERE department = 'SALES' AND stream = \(stream))],
            ARRAY[\(stream)], ARRAY[\(type)], ARRAY[\(version)]::smallint[], ARRAY[now()],
            ARRAY[\(payload)], NULL, NULL)
          """)
      }
      #expect(append == "PD005", "\(what)")
      let batch = try await state(house) { session in
        try session.execute(
          """
          SELECT log.append_batch('SALES', \(stream), (SELECT coalesce(max(stream_version), 0)
            FROM log.event WHERE department = 'SALES' AND stream = \(stream)),
            ARRAY[gen_random_uuid()], '{x}', ARRAY[\(type)], ARRAY[\(version)]::smallint[],
            ARRAY[now()], ARRAY[\(payload)])
          """)
      }
      #expect(batch == "PD005", "\(what)")
      let one = try await house.work { session in
        try session.first(
          """
          SELECT log.append_one('SALES', gen_random_uuid(), decode(repeat('00', 16), 'hex'),
            decode(repeat('00', 32), 'hex'), \(stream), 1 + (
              SELECT coalesce(max(stream_version), 0) FROM log.event
              WHERE department = 'SALES' AND stream = \(stream)), \(type), \(version)::smallint,
            now(), \(payload)::json) IS NULL
          """
        ) { try $0.bool(0) }
      }
      #expect(one == true, "\(what)")
      #expect(try await count(house) == before, "\(what)")
    }
  }

  @Test(
    "Whatever RFC 8785 writes is taken",
    arguments: [
      #"{"minutes":1.5e+300,"text":"x"}"#, #"{"minutes":5e-324,"text":"x"}"#,
      #"{"minutes":0.1,"text":"1e400 in a text"}"#, #"{"minutes":-9007199254740991,"text":"x"}"#,
      #"{"text":"a ,  b:  c"}"#, #"{"text":"\u0001 \" \\"}"#, "{}",
      #"{"a":{"b":[{},[],[1,2]]},"text":""}"#,
      #"{"minutes":1e+21,"text":"00000000000000000000000000"}"#,
      #"{"minutes":0.0000012,"text":"1.50, -0, 1e5"}"#, #"{"a":1e-7}"#,
      #"{"a":100000000000000000000,"b":123456789012345680000}"#,
      #"{"a":"日本語","b":" \" : , ","名":1,"～":2}"#, #"{"a":0,"b":true,"c":null,"d":""}"#,
      #"{"text":"\\u0041 @sha256 \"@sha256\":"}"#,
    ])
  func taken(payload: String) async throws {
    try await withHouse { house in
      let taken = try await house.owner.first("SELECT log.is_payload(\(payload))") {
        try $0.bool(0)
      }
      #expect(taken == true, "\(payload)")
    }
  }

  @Test(
    "A cause that is no reference is refused",
    arguments: ["", "SALES", "SALES@0", "SALES@x", "SALES@1;"])
  func cause(text: String) async throws {
    try await withHouse { house in
      let state = try await state(house) { session in
        try session.execute(
          """
          SELECT log.append('SALES', gen_random_uuid(), '{}', '{cycle-9}', '{0}', '{cycle-9}',
            '{ActionLogged}', '{1}', ARRAY[now()], ARRAY['{"text":"x"}'], \(text), NULL)
          """)
      }
      #expect(state == "PD005", "\(text)")
    }
  }

  private func count(_ house: House) async throws -> Int? {
    try await house.owner.first("SELECT count(*) FROM log.event") { try $0.int(0) }
  }

  private func state(
    _ house: House, _ body: @Sendable (Session) throws -> Void
  ) async throws -> SQLState? {
    do {
      try await house.work(body)
      return nil
    } catch let error as PostgresError {
      return error.sqlState
    }
  }
}
