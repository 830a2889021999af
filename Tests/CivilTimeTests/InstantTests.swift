import CivilTime
import Testing

@Suite("Instants")
struct InstantTests {
  @Test(
    "RFC 3339 is read with any offset and written in UTC",
    arguments: [
      ("2026-11-22T00:10:01Z", "2026-11-22T00:10:01.000000Z"),
      ("2026-11-22t00:10:01z", "2026-11-22T00:10:01.000000Z"),
      ("2026-11-22T09:10:01.5+09:00", "2026-11-22T00:10:01.500000Z"),
      ("2026-11-21T19:10:01-05:00", "2026-11-22T00:10:01.000000Z"),
      ("2026-11-22T00:10:01.123456789Z", "2026-11-22T00:10:01.123456Z"),
      ("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999999Z"),
      ("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.520000Z"),
      ("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.870000Z"),
      ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000000Z"),
      ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z"),
    ])
  func reading(_ text: String, expected: String) {
    #expect(Instant(rfc3339: text)?.rfc3339 == expected)
  }

  @Test(
    "What is not an instant is refused",
    arguments: [
      "2026-11-22T00:10:01", "2026-11-22", "2026-11-22 00:10:01Z", "2026-11-22T24:00:00Z",
      "2026-11-22T00:60:00Z", "2016-12-31T23:59:60Z", "2026-11-22T00:10Z", "2026-11-22T00:10:01.Z",
      "2026-11-22T00:10:01.1234567890Z", "2026-11-22T00:10:01+0900", "2026-11-22T00:10:01+24:00",
      "2026-02-30T00:00:00Z", "2026-11-22T00:10:01Z ", "",
    ])
  func refused(_ text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test("Text sorts as time does, across a seeded sample", arguments: [20_261_122])
  func order(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let instants = (0..<500).map { _ in
      Instant(
        microseconds: Int64.random(
          in: -2_000_000_000_000_000...4_000_000_000_000_000, using: &random))
    }
    #expect(instants.sorted().map(\.rfc3339) == instants.map(\.rfc3339).sorted())
    #expect(instants.allSatisfy { Instant(rfc3339: $0.rfc3339) == $0 }, "seed \(seed)")
  }

  @Test("Instants are added to and subtracted")
  func arithmetic() {
    let epoch = Instant(microseconds: 0)
    let later = epoch.adding(seconds: 90).adding(microseconds: -1)
    #expect(later - epoch == 89_999_999)
    #expect(epoch.seconds(since: later) == -89.999999)
    #expect(Instant(microseconds: -1).secondsSince1970 == -1)
  }

  @Test("The clock runs after this was written and does not go back")
  func clock() {
    let first = Instant.now()
    #expect(first > Instant(secondsSince1970: 1_700_000_000))
    #expect(Instant.now() >= first)
  }
}

/// Vigna's SplitMix64: the same seed gives the same sample everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
