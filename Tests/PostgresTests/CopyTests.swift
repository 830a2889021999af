import Postgres
import TestSupport
import Testing

@Suite("COPY")
struct CopyTests {
  private static let odd = [
    "", "a\tb", "line\nline", "back\\slash", "\\N", "\\.", "絵文字🏳️‍🌈", "\r\n", "quote\"'",
    "\u{8}\u{c}\u{b}",
  ]

  @Test("Odd text goes in and comes out unchanged")
  func oddText() async throws {
    let found = try await withConnection { connection in
      try await connection.execute("CREATE TABLE t (n int, x text)")
      let count = try await connection.copyIn("COPY t FROM STDIN") { writer in
        for (index, text) in Self.odd.enumerated() {
          writer.int(index)
          try writer.text(text)
          try writer.endRow()
        }
        writer.int(99)
        writer.null()
        try writer.endRow()
      }
      #expect(count == Self.odd.count + 1)
      return try await connection.perform { session in
        var lines: [[String?]] = []
        try session.copyOut("COPY (SELECT * FROM t ORDER BY n) TO STDOUT") {
          lines.append($0.fields)
        }
        return lines
      }
    }
    #expect(found == Self.odd.enumerated().map { ["\($0.offset)", $0.element] } + [["99", nil]])
  }

  @Test("Every kind of field goes in")
  func kinds() async throws {
    try await withConnection { connection in
      try await connection.execute("CREATE TABLE t (b bytea, f float8, o bool, a text[], n bigint)")
      try await connection.copyIn("COPY t FROM STDIN") { writer in
        try writer.bytes([0, 92, 255])
        writer.double(-.infinity)
        writer.bool(true)
        try writer.texts(["a\\\"b", nil])
        writer.int(Int64.min)
        try writer.endRow()
      }
      let matches = try await connection.query("SELECT * FROM t") { row in
        [
          try row.bytes(0) == [0, 92, 255], try row.text(1) == "-Infinity", try row.bool(2),
          try row.optionalTexts(3) == ["a\\\"b", nil], try row.int64(4) == Int64.min,
        ]
      }
      #expect(matches == [[true, true, true, true, true]])
    }
  }

  @Test("A hundred thousand rows go both ways")
  func many() async throws {
    try await withConnection { connection in
      try await connection.execute("CREATE TABLE t (n int, x text)")
      let count = try await connection.copyIn("COPY t FROM STDIN") { writer in
        for number in 1...100_000 {
          writer.int(number)
          try writer.text("row \(number) 行")
          try writer.endRow()
        }
      }
      #expect(count == 100_000)
      let sum = try await connection.perform { session in
        var sum: Int64 = 0
        try session.copyOut("COPY t TO STDOUT") { line in
          line.forEachField { place, field in
            if place == 0 { sum += Int64.decode(field) ?? 0 }
          }
        }
        return sum
      }
      #expect(sum == 5_000_050_000)
    }
  }

  @Test("A writer that throws copies nothing and leaves the connection usable")
  func throwingWriter() async throws {
    try await withConnection { connection in
      try await connection.execute("CREATE TABLE t (n int)")
      await #expect(throws: Refusal.self) {
        try await connection.copyIn("COPY t FROM STDIN") { writer in
          for number in 0..<50_000 {
            writer.int(number)
            try writer.endRow()
          }
          throw Refusal()
        }
      }
      #expect(try await connection.execute("SELECT * FROM t") == 0)
    }
  }

  @Test("A row that the server refuses comes back as its error")
  func refusedRow() async throws {
    try await withConnection { connection in
      try await connection.execute("CREATE TABLE t (n int)")
      let error = try await postgresError {
        try await connection.copyIn("COPY t FROM STDIN") { writer in
          for _ in 0..<50_000 {
            try writer.text("not a number")
            try writer.endRow()
          }
        }
      }
      #expect(error?.sqlState == "22P02")
      #expect(try await connection.execute("SELECT * FROM t") == 0)
    }
  }

  @Test("A reader that throws leaves the connection usable")
  func throwingReader() async throws {
    try await withConnection { connection in
      await #expect(throws: Refusal.self) {
        try await connection.perform { session in
          try session.copyOut("COPY (SELECT generate_series(1, 10000)) TO STDOUT") { _ in
            throw Refusal()
          }
        }
      }
      let count = try await connection.execute("SELECT 1")
      #expect(count == 1)
    }
  }

  @Test("A NUL and an unended row are refused")
  func refusals() async throws {
    try await withConnection { connection in
      try await connection.execute("CREATE TABLE t (x text)")
      let nul = try await postgresError {
        try await connection.copyIn("COPY t FROM STDIN") { try $0.text("a\0") }
      }
      #expect(nul == .nulInText(parameter: 1))
      let open = try await postgresError {
        try await connection.copyIn("COPY t FROM STDIN") { try $0.text("a") }
      }
      #expect(open == .misuse("the last row was not ended"))
      #expect(try await connection.execute("SELECT * FROM t") == 0)
    }
  }

  @Test("A COPY that cannot start says why")
  func cannotStart() async throws {
    try await withConnection { connection in
      let error = try await postgresError {
        try await connection.copyIn("COPY nowhere FROM STDIN") { try $0.endRow() }
      }
      #expect(error?.sqlState == .undefinedTable)
      #expect(try await connection.execute("SELECT 1") == 1)
    }
  }
}
