import CivilTime
import Testing

@Suite("ISO weeks")
struct ISOWeekTests {
  /// Date, year, week and weekday as Python 3.11's `date.isocalendar()` gives them.
  static let calendar: [(date: String, year: Int, week: Int, weekday: Int)] = [
    ("0001-01-01", 1, 1, 1),
    ("0001-12-31", 2, 1, 1),
    ("1900-01-01", 1900, 1, 1),
    ("1900-12-31", 1901, 1, 1),
    ("1970-01-01", 1970, 1, 4),
    ("1970-12-31", 1970, 53, 4),
    ("1999-01-01", 1998, 53, 5),
    ("1999-12-31", 1999, 52, 5),
    ("2000-01-01", 1999, 52, 6),
    ("2000-12-31", 2000, 52, 7),
    ("2004-01-01", 2004, 1, 4),
    ("2004-12-31", 2004, 53, 5),
    ("2005-01-01", 2004, 53, 6),
    ("2005-12-31", 2005, 52, 6),
    ("2008-01-01", 2008, 1, 2),
    ("2008-12-31", 2009, 1, 3),
    ("2009-01-01", 2009, 1, 4),
    ("2009-12-31", 2009, 53, 4),
    ("2010-01-01", 2009, 53, 5),
    ("2010-12-31", 2010, 52, 5),
    ("2015-01-01", 2015, 1, 4),
    ("2015-12-31", 2015, 53, 4),
    ("2016-01-01", 2015, 53, 5),
    ("2016-12-31", 2016, 52, 6),
    ("2019-01-01", 2019, 1, 2),
    ("2019-12-31", 2020, 1, 2),
    ("2020-01-01", 2020, 1, 3),
    ("2020-12-31", 2020, 53, 4),
    ("2021-01-01", 2020, 53, 5),
    ("2021-12-31", 2021, 52, 5),
    ("2024-01-01", 2024, 1, 1),
    ("2024-12-31", 2025, 1, 2),
    ("2025-01-01", 2025, 1, 3),
    ("2025-12-31", 2026, 1, 3),
    ("2026-01-01", 2026, 1, 4),
    ("2026-12-31", 2026, 53, 4),
    ("2027-01-01", 2026, 53, 5),
    ("2027-12-31", 2027, 52, 5),
    ("2028-01-01", 2027, 52, 6),
    ("2028-12-31", 2028, 52, 7),
    ("2032-01-01", 2032, 1, 4),
    ("2032-12-31", 2032, 53, 5),
    ("9999-12-31", 9999, 52, 5),
  ]

  @Test("The days around new year fall into the week that the calendar says", arguments: calendar)
  func yearEnds(_ expected: (date: String, year: Int, week: Int, weekday: Int)) throws {
    let date = try #require(LocalDate(iso: expected.date))
    let week = ISOWeek(containing: date)
    #expect(week.year == expected.year)
    #expect(week.week == expected.week)
    #expect(date.weekday == expected.weekday)
    #expect(week == ISOWeek(year: expected.year, week: expected.week))
    #expect(week.span.contains(date))
  }

  @Test("A week runs from Monday to Sunday")
  func mondayToSunday() throws {
    let week = try #require(ISOWeek(iso: "2026-W47"))
    #expect(week.monday.description == "2026-11-16")
    #expect(week.sunday.description == "2026-11-22")
    #expect(week.description == "2026-W47")
  }

  @Test("The week after the last of a year is the first of the next")
  func neighbors() throws {
    let last = try #require(ISOWeek(iso: "2026-W53"))
    #expect(last.next.description == "2027-W01")
    #expect(last.next.previous == last)
    #expect(last < last.next)
  }

  @Test(
    "What names no week is refused",
    arguments: ["2026-W00", "2027-W53", "2026-W54", "2026W47", "2026-w47", "2026-W7", "0000-W01"])
  func refused(_ text: String) {
    #expect(ISOWeek(iso: text) == nil)
  }

  @Test(
    "A week counts to the month of its Thursday",
    arguments: [
      ("2026-11-22", 2026, 11, 3), ("2026-10-31", 2026, 10, 5), ("2026-11-01", 2026, 10, 5),
      ("2026-11-02", 2026, 11, 1), ("2026-04-01", 2026, 4, 1), ("2027-01-01", 2026, 12, 5),
      ("2024-12-30", 2025, 1, 1), ("2026-02-28", 2026, 2, 4),
    ])
  func monthAndOrdinal(_ text: String, year: Int, month: Int, ordinal: Int) throws {
    let date = try #require(LocalDate(iso: text))
    #expect(ISOWeek(containing: date).monthAndOrdinal == (year, month, ordinal))
  }
}
