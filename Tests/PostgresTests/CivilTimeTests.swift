import CivilTime
import Postgres
import TestSupport
import Testing

@Suite("Times and dates")
struct CivilTimeTests {
  @Test("Instants and dates come back as they went in, to the microsecond")
  func roundTrip() async throws {
    let instants = [0, 1, -1, 1_795_306_864_123_456].map { Instant(microseconds: $0) }
    let day = try #require(LocalDate(iso: "2026-11-22"))
    try await withConnection { connection in
      for instant in instants {
        let found = try await connection.first(
          "SELECT \(instant)::timestamptz, \(day)::date, \(nil as Instant?)::timestamptz"
        ) { row in (try row.instant(0), try row.date(1), try row.instantIfPresent(2)) }
        #expect(found?.0 == instant)
        #expect(found?.1 == day)
        #expect(found?.2 == nil)
      }
    }
  }

  @Test("Times without an instant are refused")
  func infinite() async throws {
    try await withConnection { connection in
      let error = try await postgresError {
        _ = try await connection.query("SELECT 'infinity'::timestamptz AS t") {
          try $0.instant("t")
        }
      }
      #expect(
        error
          == .decode(
            DecodeError(column: #""t""#, wanted: "Instant", reason: .mismatch(type: 1184))))
    }
  }
}
