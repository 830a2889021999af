import CivilTime
import Testing

@Suite("Zone files")
struct TZifTests {
  /// A version 2 file with one local time, no change, and the footer.
  private func file(offset: Int32 = 0, footer: String, version: Character = "2") -> [UInt8] {
    let header = Array("TZif\(version)".utf8) + [UInt8](repeating: 0, count: 15)
    let counts: [UInt32] = [0, 0, 0, 0, 1, 4]
    let times = counts.flatMap(bigEndian) + bigEndian(UInt32(bitPattern: offset)) + [0, 0]
    let block = header + times + Array("LMT\0".utf8)
    return block + block + Array("\n\(footer)\n".utf8)
  }

  private func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  @Test(
    "The footer's rules hold for any year",
    arguments: [
      ("JST-9", "2500-07-01T00:00:00Z", 32_400),
      ("<+09>-9", "1800-07-01T00:00:00Z", 32_400),
      ("<-0330>3:30", "2026-01-01T00:00:00Z", -12_600),
      ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T06:59:59Z", -18_000),
      ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00:00Z", -14_400),
      ("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T06:00:00Z", -18_000),
      ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-01T00:00:00Z", 39_600),
      ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-07-01T00:00:00Z", 37_800),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01T00:00:00Z", 0),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00:00Z", 3_600),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", -7_200),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -3_600),
      ("AAA3BBB,J60/0,J304/0", "2024-03-01T02:59:59Z", -10_800),
      ("AAA3BBB,J60/0,J304/0", "2024-03-01T03:00:00Z", -7_200),
      ("AAA3BBB,59/0,303/0", "2024-02-29T02:59:59Z", -10_800),
      ("AAA3BBB,59/0,303/0", "2024-02-29T03:00:00Z", -7_200),
      ("XXX3EDT4,0/0,J365/23", "2027-01-01T02:59:59Z", -14_400),
      ("XXX3EDT4,0/0,J365/23", "2027-01-01T03:00:00Z", -14_400),
      ("AAA0BBB,0/0,J365/25", "2026-12-31T23:30:00Z", 3_600),
      ("AAA0BBB,0/0,J365/25", "2026-07-01T00:00:00Z", 3_600),
      ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-27T23:59:59Z", 7_200),
      ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00:00Z", 10_800),
    ])
  func footers(_ footer: String, at text: String, offset: Int) throws {
    let zone = try TimeZoneRules(tzif: file(footer: footer), identifier: "Test/Zone")
    #expect(zone.offset(at: try #require(Instant(rfc3339: text))) == offset)
  }

  @Test("Without footer and changes the one local time holds for ever")
  func noFooter() throws {
    let zone = try TimeZoneRules(tzif: file(offset: -3_601, footer: ""), identifier: "Test/Zone")
    #expect(zone.offset(at: Instant(secondsSince1970: 0)) == -3_601)
  }

  @Test(
    "A footer that is no rule is refused",
    arguments: [
      "JST", "J9", "JST-25", "JST-9:60", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
      "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J365", "<+09-9", "<>-9",
      "EST5EDT,M3.2.0/168,M11.1.0", "JST-9x",
    ])
  func badFooters(_ footer: String) {
    #expect(
      throws: TimeZoneError.malformed(
        identifier: "Z", reason: "its footer \"\(footer)\" is not a POSIX TZ rule")
    ) { try TimeZoneRules(tzif: file(footer: footer), identifier: "Z") }
  }

  @Test("A file cut anywhere is refused, never read beyond its end")
  func truncated() {
    let whole = file(footer: "JST-9")
    for count in 0..<whole.count {
      #expect(throws: TimeZoneError.self, "cut to \(count) bytes") {
        try TimeZoneRules(tzif: Array(whole.prefix(count)), identifier: "Z")
      }
    }
  }

  @Test("Version 1, other files and impossible counts are refused")
  func foreign() {
    var tooMany = file(footer: "JST-9")
    tooMany[32] = 0xFF
    for bytes in [file(footer: "JST-9", version: "\0"), Array("PK\u{3}\u{4}".utf8), tooMany] {
      #expect(throws: TimeZoneError.self) { try TimeZoneRules(tzif: bytes, identifier: "Z") }
    }
  }
}
