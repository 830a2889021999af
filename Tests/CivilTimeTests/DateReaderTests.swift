import CivilTime
import Testing

@Suite("Dates as people write them")
struct DateReaderTests {
  /// A Friday.
  private let today = LocalDate(iso: "2026-11-27")!

  private func reader(_ place: DateReader.Place) throws -> DateReader {
    DateReader(place, today: today, zone: try TimeZoneRules.load(identifier: "Asia/Tokyo"))
  }

  @Test(
    "The same day is read in every form that offices write",
    arguments: [
      "2026-04-02", "2026/4/2", "2026/04/02", "2026-4-2", "2026.4.2", "20260402", "2026年4月2日",
      "2026年04月02日", "令和8年4月2日", "R8.4.2", "R08.04.02", "r8/4/2", "令和８年４月２日", "㋿8年4月2日",
      "２０２６－０４－０２", "２０２６ー０４ー０２", "2026−04−02", "2026–4–2", "2026年4月2日(木)", "2026年4月2日（木曜日）",
      "2026年4月2日木曜日", "2026年4月2日 木曜",
      "2026/4/2 (Thu)", " 2026-04-02 ", "2026年４月２日",
    ])
  func forms(text: String) throws {
    #expect(try reader(.file()).day(text).description == "2026-04-02")
    #expect(try reader(.typed()).day(text).description == "2026-04-02")
  }

  @Test(
    "A day of an era is the day that it was",
    arguments: [
      ("令和元年5月1日", "2019-05-01"), ("平成31年4月30日", "2019-04-30"), ("H31.4.30", "2019-04-30"),
      ("平成元年1月8日", "1989-01-08"), ("昭和64年1月7日", "1989-01-07"), ("S39.10.10", "1964-10-10"),
      ("大正15年12月25日", "1926-12-25"), ("昭和元年12月25日", "1926-12-25"), ("明治45年7月30日", "1912-07-30"),
      ("大正元年7月30日", "1912-07-30"), ("明治6年1月1日", "1873-01-01"),
    ])
  func eras(text: String, day: String) throws {
    #expect(try reader(.file()).day(text).description == day)
  }

  static let faulty: [(String, DateFault)] = [
    ("平成38年4月2日", DateFault.eraEnded(.heisei)), ("平成31年5月1日", .eraEnded(.heisei)),
    ("昭和64年1月8日", .eraEnded(.showa)), ("H31/5/1", .eraEnded(.heisei)),
    ("令和元年4月30日", .eraNotBegun(.reiwa)), ("昭和元年12月24日", .eraNotBegun(.showa)),
    ("2026-02-29", .notInCalendar), ("2026/4/31", .notInCalendar), ("2026年13月1日", .notInCalendar),
    ("20260230", .notInCalendar), ("26-04-02", .shortYear), ("01/02/26", .shortYear),
    ("2-Apr-26", .shortYear), ("8年4月2日", .shortYear), ("01/02/2026", .ambiguousOrder),
    ("02.04.2026", .ambiguousOrder), ("4/2", .ambiguousOrder), ("0026-04-02", .strangeYear(26)),
    ("0008-04-02", .strangeYear(8)),
    ("2026年4月2日金曜日", .otherWeekday(LocalDate(iso: "2026-04-02")!)),
    ("2026年4月2日(金)", .otherWeekday(LocalDate(iso: "2026-04-02")!)),
    ("46114", .serial), ("46114.375", .serial), ("4月2日", .noYear), ("yesterday", .relative),
    ("金曜", .relative), ("月末", .relative), ("+3d", .relative), ("2026-04-02 24:00", .noSuchTime),
    ("2026-04-02 10:75", .noSuchTime), ("09:00", .timeAlone), ("Apr-26", .unreadable),
    ("2026-04/02", .unreadable), ("2026-04", .unreadable), ("", .unreadable),
    ("令和0年1月1日", .unreadable),
    ("2026-04-02x", .unreadable), ("2026-04-02 noon", .unreadable),
  ]

  @Test(
    "What names no day, or could name several, is refused with the reason",
    arguments: DateReaderTests.faulty)
  func refused(text: String, fault: DateFault) throws {
    let reader = try reader(.file())
    #expect(throws: fault) { try reader.day(text) }
  }

  @Test(
    "Typed, a day counts from today: the latest that has come, or where it is due the next",
    arguments: [
      ("4月2日", "2026-04-02", "2027-04-02"), ("12月1日", "2025-12-01", "2026-12-01"),
      ("11月27日", "2026-11-27", "2026-11-27"), ("2月29日", "2024-02-29", "2028-02-29"),
      ("金曜", "2026-11-27", "2026-11-27"), ("木曜日", "2026-11-26", "2026-12-03"),
      ("monday", "2026-11-23", "2026-11-30"), ("来週月曜", "2026-11-30", "2026-11-30"),
      ("来週の月曜日", "2026-11-30", "2026-11-30"), ("先週金曜", "2026-11-20", "2026-11-20"),
      ("今週水曜", "2026-11-25", "2026-11-25"), ("月末", "2026-10-31", "2026-11-30"),
      ("先月末", "2026-10-31", "2026-10-31"), ("来月末", "2026-12-31", "2026-12-31"),
      ("明後日", "2026-11-29", "2026-11-29"), ("＋３ｄ", "2026-11-30", "2026-11-30"),
      ("３日前", "2026-11-24", "2026-11-24"), ("2週間後", "2026-12-11", "2026-12-11"),
      ("1か月前", "2026-10-27", "2026-10-27"), ("１ヶ月後", "2026-12-27", "2026-12-27"),
      ("15日", "2026-11-15", "2026-12-15"), ("27日", "2026-11-27", "2026-11-27"),
      ("31日", "2026-10-31", "2026-12-31"),
      ("先月15日", "2026-10-15", "2026-10-15"), ("来月の5日", "2026-12-05", "2026-12-05"),
      ("去年4月2日", "2025-04-02", "2025-04-02"), ("来年の1月15日", "2027-01-15", "2027-01-15"),
    ])
  func relative(text: String, latest: String, next: String) throws {
    #expect(try reader(.typed()).day(text).description == latest)
    #expect(try reader(.typed(due: true)).day(text).description == next)
  }

  @Test("On the last day of a month its end is today, either way")
  func monthEnd() throws {
    let last = LocalDate(iso: "2026-11-30")!
    for isDue in [false, true] {
      #expect(try DateReader(.typed(due: isDue), today: last).day("月末") == last)
    }
  }

  @Test(
    "A time of day is the time zone's, unless it has an offset of its own",
    arguments: [
      ("2026-11-27 10:15", "2026-11-27T01:15:00.000000Z"),
      ("2026/11/27 9:05:30", "2026-11-27T00:05:30.000000Z"),
      ("2026年11月27日 10時15分", "2026-11-27T01:15:00.000000Z"),
      ("2026-11-27T10:15", "2026-11-27T01:15:00.000000Z"),
      ("2026-11-27T10:15:00+02:00", "2026-11-27T08:15:00.000000Z"),
      ("２０２６－１１－２７　１０：１５", "2026-11-27T01:15:00.000000Z"),
      ("R8.11.27 午後3時半", "2026-11-27T06:30:00.000000Z"),
      ("2026-11-27 3:15 PM", "2026-11-27T06:15:00.000000Z"),
      ("2026/4/2 0:00", "2026-04-01T15:00:00.000000Z"),
      ("2026年4月2日9時30分", "2026-04-02T00:30:00Z"), ("2026年4月2日(木)9:30", "2026-04-02T00:30:00Z"),
      ("令和8年4月2日木曜日午後3時", "2026-04-02T06:00:00Z"),
    ])
  func times(text: String, instant: String) throws {
    #expect(try reader(.file()).time(text) == .instant(try #require(Instant(rfc3339: instant))))
  }

  @Test(
    "A time stands behind a day that counts from today, too",
    arguments: [
      ("昨日 14:00", "2026-11-26T05:00:00Z"), ("今日9時", "2026-11-27T00:00:00Z"),
      ("金曜 午後3時半", "2026-11-27T06:30:00Z"), ("先週の金曜日１０：１５", "2026-11-20T01:15:00Z"),
      ("3日前 9:00", "2026-11-24T00:00:00Z"), ("15日 9時", "2026-11-15T00:00:00Z"),
      ("-1d 17:45", "2026-11-26T08:45:00Z"), ("yesterday 3:15 pm", "2026-11-26T06:15:00Z"),
      ("2026-11-26 09:30:15.5", "2026-11-26T00:30:15.5Z"),
      ("9:30:15.25", "2026-11-27T00:30:15.25Z"),
    ])
  func relativeTimes(text: String, instant: String) throws {
    #expect(try reader(.typed()).time(text) == .instant(try #require(Instant(rfc3339: instant))))
  }

  @Test(
    "Counted days, too, are refused where they are none, and in files",
    arguments: [
      ("来月31日", DateFault.relative), ("15日", .relative), ("3日前", .relative), ("昨日 9:00", .relative),
    ])
  func countedInFiles(text: String, fault: DateFault) throws {
    let file = try reader(.file())
    #expect(throws: fault) { try file.time(text) }
  }

  @Test(
    "A counted day that isn't in the calendar is refused",
    arguments: [
      ("今月31日", DateFault.notInCalendar), ("32日", .notInCalendar), ("0日", .notInCalendar),
      ("30日(火)", .otherWeekday(LocalDate(iso: "2026-10-30")!)), ("昨日 25:00", .noSuchTime),
      ("3日間", .unreadable), ("3日前後", .unreadable), ("昨日の", .unreadable),
    ])
  func noCountedDays(text: String, fault: DateFault) throws {
    let typed = try reader(.typed())
    #expect(throws: fault) { try typed.time(text) }
  }

  @Test("A time alone is today's where it is typed")
  func timeAlone() throws {
    let nine = try #require(Instant(rfc3339: "2026-11-27T00:00:00Z"))
    #expect(try reader(.typed()).time("09:00") == .instant(nine))
    #expect(try reader(.typed()).time("９時") == .instant(nine))
  }

  @Test("A file's days have the year that is given, and Excel's numbers where it is said")
  func files() throws {
    #expect(try reader(.file(year: 2026)).day("4月2日").description == "2026-04-02")
    #expect(throws: DateFault.notInCalendar) { try reader(.file(year: 2026)).day("2月29日") }
    let serials = try reader(.file(serials: true))
    #expect(try serials.time("46114") == .day(LocalDate(iso: "2026-04-02")!))
    #expect(
      try serials.time("46114.375") == .instant(Instant(rfc3339: "2026-04-02T00:00:00Z")!))
    #expect(try serials.time("45351").day(in: .utc).description == "2024-02-29")
  }

  @Test("Spreadsheets count days from 1900 or from 1904")
  func serials() {
    #expect(ExcelDate(61, is1904: false)?.text == "1900-03-01")
    #expect(ExcelDate(60, is1904: false) == nil)
    #expect(ExcelDate(44_652, is1904: true)?.text == "2026-04-02")
    #expect(ExcelDate(46_114.395_833_333_3, is1904: false)?.text == "2026-04-02 09:30:00")
    #expect(ExcelDate(46_113.999_999_9, is1904: false)?.text == "2026-04-02")
    #expect(ExcelDate(46_113.999_999_9, is1904: false)?.textWithTime == "2026-04-02 00:00:00")
    #expect(ExcelDate(-1, is1904: true) == nil)
  }

  @Test(
    "Periods are read in every form, and those that could be several are refused",
    arguments: [
      ("2026-W47", "2026-W47"), ("２０２６－Ｗ４７", "2026-W47"), ("2026−Ｗ47", "2026-W47"),
      ("2026w47", "2026-W47"),
      ("2026年第47週", "2026-W47"), ("2026/4", "2026-04"), ("2026年4月", "2026-04"),
      ("2026年4月度", "2026-04"),
      ("令和8年4月", "2026-04"), ("R8.4", "2026-04"), ("202604", "2026-04"), ("2026-4", "2026-04"),
      ("2026-04", "2026-04"), ("2026/4/2", "2026-04-02"), ("2026/4/2 0:00", "2026-04-02"),
    ])
  func periods(text: String, period: String) throws {
    let found: String =
      switch try reader(.file()).period(text) {
      case .day(let day): "\(day)"
      case .week(let week): "\(week)"
      case .month(let month): "\(month)"
      }
    #expect(found == period)
  }

  @Test(
    "Periods that could be several, or are none, are refused",
    arguments: [
      "Apr-26", "2026-13", "26-04", "平成38年4月", "2026-W54", "W47", "4月", "先週", "0026-04", "2026",
    ])
  func noPeriods(text: String) throws {
    let reader = try reader(.file())
    #expect(throws: DateFault.self) { try reader.period(text) }
  }
}
