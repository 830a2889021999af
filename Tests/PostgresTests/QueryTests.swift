import Postgres
import TestSupport
import Testing

@Suite("Queries")
struct QueryTests {
  @Test("Interpolated values become numbered parameters")
  func interpolation() {
    let query: Query = "SELECT \(1), \("a") FROM \(unescaped: "t") WHERE b = \([UInt8]([1]))"
    #expect(query.sql == "SELECT $1, $2 FROM t WHERE b = $3")
    #expect(query.binds == [.text("1"), .text("a"), .bytes([1])])
  }

  @Test("Values stay out of a query's description")
  func hiddenValues() {
    let query: Query = "SELECT \("secret")"
    #expect("\(query) \(query.binds)" == "SELECT $1 [(hidden)]")
  }

  @Test("Identifiers and literals are quoted")
  func quoting() async throws {
    #expect(Query.quoted(identifier: #"a"b"#) == #""a""b""#)
    let text = #"it's \ "odd""#
    let found = try await withConnection { connection in
      try await connection.query("SELECT \(unescaped: Query.quoted(literal: text))") {
        try $0.text(0)
      }
    }
    #expect(found == [text])
  }

  @Test("Text comes back as it went in")
  func hostileText() async throws {
    let texts = [
      "", "it's", #"back\slash "quoted""#, "絵文字 🏳️‍🌈", "a\tb\nc\r\n\u{1}", "{NULL}", "NULL",
      "$1; DROP",
    ]
    try await withConnection { connection in
      for text in texts {
        let rows = try await connection.query(
          "SELECT \(text)::text, \([text, text])::text[], \([text, nil])::text[]"
        ) { row in (try row.text(0), try row.texts(1), try row.optionalTexts(2)) }
        #expect(rows.count == 1)
        #expect(rows[0].0 == text)
        #expect(rows[0].1 == [text, text])
        #expect(rows[0].2 == [text, nil])
      }
    }
  }

  @Test("Text with a NUL is refused before it is sent, naming the parameter")
  func nul() async throws {
    try await withConnection { connection in
      let error = try await postgresError {
        try await connection.execute("SELECT \("a")::text, \("a\0b")::text")
      }
      #expect(error == .nulInText(parameter: 2))
    }
  }

  @Test("Every kind of value comes back as it went in")
  func kinds() async throws {
    let bytes = (0...255).map { UInt8($0) }
    let doubles = [0.1, -0.0, 1e308, Double.leastNonzeroMagnitude, .infinity, -.infinity]
    try await withConnection { connection in
      let matches = try await connection.query(
        """
        SELECT \(Int64.min)::bigint, \(true)::bool, \(bytes), \(nil as String?)::text,
          \([Int64.max, -1])::bigint[], \(doubles)::float8[], \([bytes, []])::bytea[], \(0.1)::float8,
          \([String]())::text[]
        """
      ) { row in
        [
          try row.int64(0) == Int64.min, try row.bool(1), try row.bytes(2) == bytes,
          try row.textIfPresent(3) == nil, try row.int64s(4) == [Int64.max, -1],
          try row.texts(5).compactMap { Double($0) } == doubles,
          try row.byteStrings(6) == [bytes, []], try row.double(7) == 0.1, try row.texts(8) == [],
        ]
      }
      #expect(matches == [[Bool](repeating: true, count: 9)])
    }
  }

  @Test("A decoding error names the column and what was wanted")
  func decodeErrors() async throws {
    try await withConnection { connection in
      let mismatch = try await postgresError {
        _ = try await connection.query("SELECT 'x'::text AS name") { try $0.int("name") }
      }
      #expect(
        mismatch
          == .decode(DecodeError(column: #""name""#, wanted: "Int", reason: .mismatch(type: 25))))
      let null = try await postgresError {
        _ = try await connection.query("SELECT NULL::int AS n") { try $0.int(0) }
      }
      #expect(null == .decode(DecodeError(column: #"0 ("n")"#, wanted: "Int", reason: .null)))
      let missing = try await postgresError {
        _ = try await connection.query("SELECT 1 AS n") { try $0.int("m") }
      }
      #expect(
        missing
          == .decode(
            DecodeError(
              column: #""m""#, wanted: "a value", reason: .missingColumn(present: ["n"]))))
    }
  }

  @Test("Numbers past 64 bits are no Int64", arguments: ["9223372036854775808", "-", "", "1.0"])
  func overflow(text: String) {
    var text = text
    #expect(text.withUTF8 { Int64.decode($0) } == nil)
  }

  @Test("A prepared statement serves again with other values")
  func prepared() async throws {
    try await withConnection { connection in
      for value in 0..<3 {
        let found = try await connection.first("SELECT \(value)::int", prepared: true) {
          try $0.int(0)
        }
        #expect(found == value)
      }
      let count = try await connection.first("SELECT count(*) FROM pg_prepared_statements") {
        try $0.int(0)
      }
      #expect(count == 1)
    }
  }

  @Test("A batch answers for each query, in order")
  func batch() async throws {
    try await withConnection { connection in
      let counts = try await connection.batch([
        "CREATE TABLE t (n int)", "INSERT INTO t SELECT generate_series(1, \(5)::int)",
        "UPDATE t SET n = n + 1 WHERE n > \(3)", "SELECT n FROM t",
      ])
      #expect(counts == [0, 5, 2, 5])
    }
  }

  @Test("A batch with an error changes nothing and leaves the connection usable")
  func failedBatch() async throws {
    try await withConnection { connection in
      try await connection.execute("CREATE TABLE t (n int PRIMARY KEY)")
      let error = try await postgresError {
        try await connection.batch([
          "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)",
        ])
      }
      #expect(error?.sqlState == .uniqueViolation)
      #expect(error?.serverError?.constraint == "t_pkey")
      let count = try await connection.first("SELECT count(*) FROM t") { try $0.int(0) }
      #expect(count == 0)
    }
  }

  @Test("A large batch does not block on its own size")
  func largeBatch() async throws {
    try await withConnection { connection in
      let text = String(repeating: "x", count: 2000)
      let counts = try await connection.batch(
        (0..<5000).map { _ in "SELECT repeat(\(text), 2)" })
      #expect(counts.count == 5000 && counts.allSatisfy { $0 == 1 })
    }
  }

  @Test("Rows handed over one at a time all arrive, and a throwing reader does no harm")
  func streaming() async throws {
    try await withConnection { connection in
      let sum = try await connection.perform { session in
        var sum = 0
        try session.forEach("SELECT generate_series(1, 100000)") { sum += try $0.int(0) }
        return sum
      }
      #expect(sum == 5_000_050_000)
      await #expect(throws: Refusal.self) {
        try await connection.perform { session in
          try session.forEach("SELECT generate_series(1, 1000)") { _ in throw Refusal() }
        }
      }
      #expect(try await connection.execute("SELECT 1") == 1)
    }
  }

  @Test("Work on a connection stays off the shared pool's threads")
  func ownThread() async throws {
    try await withConnection { connection in
      async let slow = connection.execute("SELECT pg_sleep(0.3)")
      let quick = try await withDatabase { target in
        try await Connection.open(target).execute("SELECT 1")
      }
      #expect(quick == 1)
      #expect(try await slow == 1)
    }
  }
}
