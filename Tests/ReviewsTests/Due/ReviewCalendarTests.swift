import Bilingual
import CivilTime
import Domain
import Testing

@testable import Presentation
@testable import ReadModels
@testable import Reviews

@Suite("Reminders for calendars")
struct ReviewCalendarTests {
  private static func day(_ text: String) -> LocalDate { LocalDate(iso: text)! }

  private static func calendar(
    _ text: String = "Train the east team", _ language: Language = .english,
    reviews: [ReviewRow] = [], calling names: PeopleNames = PeopleNames()
  ) -> ReviewCalendar {
    let schedule = ReviewSchedule(
      [
        .init(DepartmentCode("HQ")!, since: day("2026-01-01")),
        .init(ReviewExamples.sales, since: day("2026-01-01")),
      ], head: DepartmentCode("HQ")!)
    var cycle = ReviewExamples.cycle(12, text)
    cycle.due = day("2026-12-04")
    return ReviewCalendar(
      schedule, reviews: reviews, decisions: [FullReport.decision(text)], cycles: [cycle],
      days: DateSpan(day("2026-11-23")...day("2026-12-02")), language, calling: names)
  }

  static func file(_ text: String, _ language: Language = .english) -> String {
    CalendarFile(
      name: text, calendar(text, language).events, domain: "hq-1.pdca.invalid",
      stamp: Instant(rfc3339: "2026-11-22T09:30:00.5+09:00")!, language
    ).text
  }

  @Test("Reviews, decisions and cycles stand on their days, in order")
  func events() {
    #expect(
      Self.calendar().events.map { "\($0.day) \($0.id)" } == [
        "2026-11-20 decision-SALES-2026-W46.1", "2026-11-23 review-SALES-2026-W47",
        "2026-11-30 review-SALES-2026-W48", "2026-12-01 review-HQ-2026-11",
        "2026-12-01 review-SALES-2026-11", "2026-12-04 cycle-SALES-12",
      ])
  }

  @Test("An entry is pinned")
  func entry() {
    let lines = Self.file("Templates").split(separator: "\r\n").map(String.init)
    let start = lines.lastIndex(of: "BEGIN:VEVENT")!
    #expect(
      Array(lines[start...]) == [
        "BEGIN:VEVENT", "UID:cycle-SALES-12@hq-1.pdca.invalid", "DTSTAMP:20261122T003000Z",
        "DTSTART;VALUE=DATE:20261204", "DTEND;VALUE=DATE:20261205",
        "SUMMARY;LANGUAGE=en:Due: SALES-12 Templates (suzuki)",
        "DESCRIPTION:pdca cycle show SALES-12", "CATEGORIES:Cycle", "TRANSP:TRANSPARENT",
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15H",
        "DESCRIPTION:Due: SALES-12 Templates (suzuki)", "END:VALARM", "END:VEVENT",
        "END:VCALENDAR",
      ])
  }

  @Test("Lines end with CR LF, take at most 75 octets and are cut between characters")
  func folding() {
    let text = Self.file(String(repeating: "提案書の品質を確認する🎌", count: 8), .japanese)
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let lines = text.unicodeScalars.split(separator: "\r\n".unicodeScalars).map { String($0) }
    for line in lines { #expect(line.utf8.count <= 75 && !line.unicodeScalars.contains("\n")) }
    #expect(lines.contains { $0.hasPrefix(" ") })
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains(String(repeating: "提案書の品質を確認する🎌", count: 8)))
  }

  @Test("Stored text adds no line and no property", arguments: HostileTextTests.texts)
  func hostile(text: String) {
    func names(_ text: String) -> [Substring] {
      Self.file(text).replacing("\r\n ", with: "").unicodeScalars
        .split(separator: "\r\n".unicodeScalars)
        .map { Substring($0).prefix { $0 != ":" && $0 != ";" } }
    }
    #expect(names(text) == names("Templates"))
    #expect(Self.file("a;b,c\\d").contains(#"X-WR-CALNAME:a\;b\,c\\d"#))
  }

  @Test("What separates values is escaped, whatever combines with it")
  func marks() {
    for mark in ["\u{301}", "\u{20DD}", "\u{FE0F}", "\u{93C}", "\u{3099}"] {
      let text = Self.file("a;\(mark)b,\(mark)c\\\(mark)d")
      let name = "X-WR-CALNAME:a\\;\(mark)b\\,\(mark)c\\\\\(mark)d\r\n"
      #expect(Array(text.utf8).contains(Array(name.utf8)), "U+\(mark.unicodeScalars.first!.value)")
    }
  }

  @Test("Where nothing is to come, a calendar still has a component, as RFC 5545 wants")
  func empty() {
    let lines = CalendarFile(
      name: "Reviews", [], domain: "hq-1.pdca.invalid",
      stamp: Instant(rfc3339: "2026-11-22T09:30:00.5+09:00")!, .english
    ).text.split(separator: "\r\n").map(String.init)
    #expect(!lines.contains("BEGIN:VEVENT"))
    #expect(
      lines.suffix(9) == [
        "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
        "END:VCALENDAR",
      ])
  }

  @Test("A review that is closed needs no reminder")
  func closed() {
    var row = ReviewRow()
    row.department = ReviewExamples.sales
    row.period = ReviewPeriod("2026-W47")!
    row.closedAt = ReviewExamples.instant("2026-11-22")
    let ids = Self.calendar(reviews: [row]).events.map(\.id)
    #expect(!ids.contains("review-SALES-2026-W47") && ids.contains("review-SALES-2026-W48"))
  }

  @Test("Owners are called by their names, where they have one")
  func names() {
    let names = PeopleNames([Account("suzuki")!: "鈴木 一郎"])
    for language in Language.allCases {
      let owned = Self.calendar("x", language, calling: names).events.filter {
        !$0.id.hasPrefix("review")
      }
      #expect(owned.count == 2)
      for event in owned {
        #expect(event.summary.contains("鈴木 一郎") && !event.summary.contains("suzuki"), "\(event)")
      }
    }
  }

  @Test("Both languages tell the same days")
  func languages() {
    let japanese = Self.calendar("x", .japanese).events
    #expect(japanese.map(\.id) == Self.calendar("x").events.map(\.id))
    #expect(japanese[1].summary == "週次レビュー SALES-2026-W47")
  }
}
