import CivilTime
import Testing

@Suite("Time zones")
struct TimeZoneRulesTests {
  @Test("Clocks show what another reader of the zone files says", arguments: Reading.all)
  func readings(_ reading: Reading) throws {
    let zone = try TimeZoneRules.load(identifier: reading.zone)
    let instant = try #require(Instant(rfc3339: reading.instant))
    #expect(zone.offset(at: instant) == reading.offset)
    #expect(zone.localDateTime(at: instant).description == reading.local + ".000000")
  }

  @Test("A local time has the instant that another reader says", arguments: LocalReading.all)
  func instants(_ reading: LocalReading) throws {
    let zone = try TimeZoneRules.load(identifier: reading.zone)
    let wall = LocalDateTime(try #require(Instant(rfc3339: reading.local + "Z")))
    let instant = zone.instant(
      of: wall.date, hour: wall.hour, minute: wall.minute, second: wall.second)
    #expect(instant == Instant(rfc3339: reading.instant))
  }

  @Test(
    "A time that clocks skip becomes the first instant after the gap",
    arguments: [
      ("America/New_York", "2026-03-08", 2, 30, "2026-03-08T07:00:00Z"),
      ("Europe/Berlin", "2026-03-29", 2, 59, "2026-03-29T01:00:00Z"),
      ("Australia/Lord_Howe", "2026-10-04", 2, 15, "2026-10-03T15:30:00Z"),
      ("America/Sao_Paulo", "2018-11-04", 0, 0, "2018-11-04T03:00:00Z"),
      ("Pacific/Apia", "2011-12-30", 12, 0, "2011-12-30T10:00:00Z"),
      ("America/New_York", "2300-03-11", 2, 30, "2300-03-11T07:00:00Z"),
    ])
  func gaps(_ name: String, _ day: String, hour: Int, minute: Int, expected: String) throws {
    let zone = try TimeZoneRules.load(identifier: name)
    let date = try #require(LocalDate(iso: day))
    let instant = zone.instant(of: date, hour: hour, minute: minute, second: 7, microsecond: 9)
    #expect(instant.rfc3339 == Instant(rfc3339: expected)?.rfc3339)
  }

  @Test("A day ends a microsecond before the next one starts, whatever its length")
  func dayLengths() throws {
    let zone = try TimeZoneRules.load(identifier: "America/New_York")
    let lengths = try ["2026-03-08", "2026-07-01", "2026-11-01"].map { text in
      let date = try #require(LocalDate(iso: text))
      #expect(zone.date(at: zone.end(of: date)) == date)
      #expect(zone.date(at: zone.start(of: date).adding(microseconds: -1)) == date.adding(days: -1))
      return (zone.end(of: date) - zone.start(of: date) + 1) / 3_600_000_000
    }
    #expect(lengths == [23, 24, 25])
  }

  @Test("The day that Apia skipped is empty: it ends before it starts")
  func skippedDay() throws {
    let zone = try TimeZoneRules.load(identifier: "Pacific/Apia")
    let skipped = try #require(LocalDate(iso: "2011-12-30"))
    #expect(zone.start(of: skipped) == zone.start(of: skipped.adding(days: 1)))
    #expect(zone.end(of: skipped) < zone.start(of: skipped))
    #expect(zone.date(at: zone.end(of: skipped)) == skipped.adding(days: -1))
  }

  @Test(
    "Every hour of three years is found again from its local reading, or its earlier twin",
    arguments: ["America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "Pacific/Apia"])
  func roundTrip(_ name: String) throws {
    let zone = try TimeZoneRules.load(identifier: name)
    let start = try #require(Instant(rfc3339: "2036-06-01T00:15:00Z"))
    for hour in 0..<26_304 {
      let instant = start.adding(seconds: hour * 3_600)
      let wall = zone.localDateTime(at: instant)
      let found = zone.instant(of: wall.date, hour: wall.hour, minute: wall.minute)
      let isEarlierTwin = found < instant && zone.localDateTime(at: found) == wall
      if found != instant && !isEarlierTwin { Issue.record("\(instant) became \(found)") }
    }
    #expect(zone.identifier == name)
  }

  @Test("UTC needs no file")
  func utc() throws {
    let zone = try TimeZoneRules.load(identifier: "UTC")
    #expect(zone == .utc)
    #expect(zone.offset(at: .now()) == 0)
  }

  @Test(
    "An identifier that could leave the directory is refused",
    arguments: [
      "", "../../etc/passwd", "/etc/passwd", "Asia//Tokyo", "Asia/Tokyo/", "Asia/東京", "A.B",
    ])
  func identifiers(_ text: String) {
    #expect(throws: TimeZoneError.invalidIdentifier(text)) {
      try TimeZoneRules.load(identifier: text)
    }
  }

  @Test("An unknown zone, a directory and a missing database are told apart")
  func missing() {
    #expect(
      throws: TimeZoneError.unknownZone(identifier: "Asia/Edo", directory: "/usr/share/zoneinfo")
    ) {
      try TimeZoneRules.load(identifier: "Asia/Edo", from: "/usr/share/zoneinfo")
    }
    #expect(throws: TimeZoneError.unknownZone(identifier: "Asia", directory: "/usr/share/zoneinfo"))
    {
      try TimeZoneRules.load(identifier: "Asia", from: "/usr/share/zoneinfo")
    }
    #expect(throws: TimeZoneError.noDatabase(directory: "/nowhere")) {
      try TimeZoneRules.load(identifier: "Asia/Tokyo", from: "/nowhere")
    }
    #expect(
      TimeZoneError.noDatabase(directory: "/d").description.contains("apt-get install tzdata"))
  }
}
