import CivilTime
import Testing

@Suite("Days of the calendar")
struct LocalDateTests {
  @Test(
    "Days are numbered from 1970-01-01, as Python's proleptic calendar numbers them",
    arguments: [
      ("0001-01-01", -719_162, 1), ("1582-10-15", -141_427, 5), ("1899-12-31", -25_568, 7),
      ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2026-11-22", 20_779, 7),
      ("2100-03-01", 47_541, 1), ("9999-12-31", 2_932_896, 5),
    ])
  func dayNumbers(_ text: String, number: Int, weekday: Int) throws {
    let date = try #require(LocalDate(iso: text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(LocalDate(dayNumber: number).description == text)
  }

  @Test("Every day of four centuries follows the one before")
  func fourCenturies() {
    var expected = (year: 1801, month: 1, day: 1)
    let start = LocalDate(year: 1801, month: 1, day: 1)?.dayNumber ?? 0
    for number in start..<start + 146_097 {
      let date = LocalDate(dayNumber: number)
      guard (date.year, date.month, date.day) == expected, date.dayNumber == number else {
        Issue.record("day \(number) is \(date), expected \(expected)")
        return
      }
      expected = dayAfter(expected)
    }
    #expect(expected == (2201, 1, 1))
  }

  private func dayAfter(_ day: (year: Int, month: Int, day: Int)) -> (Int, Int, Int) {
    let lengths = [31, LocalDate.isLeap(year: day.year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30]
    let length = (lengths + [31, 30, 31])[day.month - 1]
    if day.day < length { return (day.year, day.month, day.day + 1) }
    return day.month < 12 ? (day.year, day.month + 1, 1) : (day.year + 1, 1, 1)
  }

  @Test(
    "What names no day is refused",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31",
      "0000-01-01", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01", "2026-01-01 ",
      "-026-01-01", "２０２６-01-01", "",
    ])
  func refused(_ text: String) {
    #expect(LocalDate(iso: text) == nil)
  }

  @Test("A leap day comes every four years, but in centuries only every four hundred")
  func leapYears() {
    #expect(
      [1900, 2000, 2023, 2024, 2100, 2400].map(LocalDate.isLeap) == [
        false, true, false, true, false, true,
      ])
  }

  @Test(
    "Adding months keeps the day or takes the month's last",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-11-22", 2, "2027-01-22"), ("2026-03-31", -1, "2026-02-28"),
      ("2026-01-15", -13, "2024-12-15"), ("9999-12-01", 1, "9999-12-31"),
      ("0001-01-02", -1, "0001-01-01"),
    ])
  func addingMonths(_ text: String, months: Int, expected: String) throws {
    #expect(try #require(LocalDate(iso: text)).adding(months: months).description == expected)
  }

  @Test("A day knows its month and its week")
  func surroundings() throws {
    let date = try #require(LocalDate(iso: "2024-02-10"))
    #expect(date.startOfMonth.description == "2024-02-01")
    #expect(date.endOfMonth.description == "2024-02-29")
    #expect(date.startOfWeek.description == "2024-02-05")
    #expect(date.days(until: date.adding(days: 30)) == 30)
    #expect(date.adding(days: -41).description == "2023-12-31")
    #expect(date.dayOfYear == 41)
  }

  @Test(
    "Days are read as people type them",
    arguments: [
      ("today", "2026-11-22"), ("Yesterday", "2026-11-21"), ("tomorrow", "2026-11-23"),
      ("今日", "2026-11-22"), ("昨日", "2026-11-21"), ("明日", "2026-11-23"),
      ("+3d", "2026-11-25"), ("-1w", "2026-11-15"), ("+3m", "2027-02-22"),
      ("2026-01-31", "2026-01-31"),
    ])
  func relative(_ text: String, expected: String) throws {
    let today = try #require(LocalDate(iso: "2026-11-22"))
    #expect(LocalDate.parse(text, today: today)?.description == expected)
  }

  @Test(
    "Text that names no day is not guessed at",
    arguments: ["", "3d", "+d", "+3", "+3x", "+3dd", "+999999d", "2026-02-30", "now", "+-3d"])
  func notRelative(_ text: String) throws {
    let today = try #require(LocalDate(iso: "2026-11-22"))
    #expect(LocalDate.parse(text, today: today) == nil)
  }
}
