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

  @Test(
    "Text comes back as it went in",
    arguments: [
      "", "it's", #"back\slash "quoted""#, "絵文字 🏳️‍🌈", "a\tb\nc\r", "{NULL}", "NULL", "$1; DROP",
    ])
  func hostileText(text: String) async throws {
    try await withDatabase { target in
      let connection = try await Connection.open(target)
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
