import CivilTime
import Testing

@Suite("Months, fiscal years and spans")
struct PeriodTests {
  private func date(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

  @Test("A month has its days and neighbors")
  func month() throws {
    let month = try #require(YearMonth(iso: "2026-12"))
    #expect(month.span.description == "2026-12-01/2026-12-31")
    #expect(month.next.description == "2027-01")
    #expect(month.previous.description == "2026-11")
    #expect(YearMonth(containing: try date("2026-12-31")) == month)
    #expect(month < month.next)
  }

  @Test("What names no month is refused", arguments: ["2026-00", "2026-13", "2026-1", "2026-011"])
  func noMonth(_ text: String) {
    #expect(YearMonth(iso: text) == nil)
  }

  @Test("A span holds both its ends and counts them")
  func span() throws {
    let span = try #require(DateSpan(iso: "2026-11-16/2026-11-22"))
    #expect(span.days == 7)
    #expect(span.contains(span.first) && span.contains(span.last))
    #expect(!span.contains(span.last.adding(days: 1)))
    #expect(!span.contains(span.first.adding(days: -1)))
    #expect(Array(span.dates).map(\.day) == [16, 17, 18, 19, 20, 21, 22])
  }

  @Test("Spans overlap when they share a day")
  func overlap() throws {
    let first = try #require(DateSpan(iso: "2026-11-01/2026-11-10"))
    let touching = try #require(DateSpan(iso: "2026-11-10/2026-11-20"))
    let apart = try #require(DateSpan(iso: "2026-11-11/2026-11-20"))
    #expect(first.overlaps(touching) && touching.overlaps(first))
    #expect(!first.overlaps(apart) && !apart.overlaps(first))
    #expect(DateSpan(iso: "2026-11-10/2026-11-09") == nil)
  }

  @Test(
    "Working time is read as people type it",
    arguments: [
      ("90", 90), ("90m", 90), ("90分", 90), ("1h30m", 90), ("1h30", 90), ("1.5h", 90), ("2H", 120),
      ("1時間30分", 90), ("0.33h", 20), ("0", 0), ("９０", 90), ("１ｈ３０ｍ", 90), ("９０分", 90),
      ("1時間半", 90), ("半時間", 30), ("90 min", 90), ("1.5時間", 90), ("２ hours", 120), ("90分間", 90),
    ])
  func minutes(_ text: String, expected: Int) {
    #expect(DurationText.minutes(text) == expected)
  }

  @Test(
    "Text that is no working time is refused",
    arguments: [
      "", "m", "-5", "1h75m", "1.5", "1.5h30m", "1.h", "9999999", "1h30mm", "1d", "1:30", "▲30",
      "半", "0x10m",
    ])
  func noMinutes(_ text: String) {
    #expect(DurationText.minutes(text) == nil)
  }

  @Test("Working time is written back in the form it is read")
  func durationText() {
    for minutes in 0...600 {
      #expect(DurationText.minutes(DurationText.text(minutes: minutes)) == minutes)
    }
    #expect([45, 120, 90].map(DurationText.text) == ["45m", "2h", "1h30m"])
  }
}
