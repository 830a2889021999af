import Bilingual
import CivilTime
import Statistics
import Terminal
import Testing

@testable import Wording

@Suite struct DateTextTests {
  private func date(_ iso: String) throws -> LocalDate { try #require(LocalDate(iso: iso)) }

  @Test("Running text names the month in English and counts it in Japanese")
  func days() throws {
    #expect(DateText.day(try date("2026-03-02"), .english) == "2 March 2026")
    #expect(DateText.day(try date("2026-03-02"), .japanese) == "2026年3月2日")
    #expect(try date("2026-11-16").prose == Phrase(en: "16 November 2026", ja: "2026年11月16日(月)"))
    #expect(try date("2026-11-22").prose.ja == "2026年11月22日(日)")
    let november = YearMonth(containing: try date("2026-11-30"))
    #expect(DateText.month(november, .english) == "November 2026")
    #expect(DateText.month(november, .japanese) == "2026年11月")
  }

  @Test(
    "A Japanese week is the n-th of its Thursday's month, with its days",
    arguments: [
      ("2026-11-18", "2026年11月第3週（16日〜22日）"), ("2026-12-01", "2026年12月第1週（11月30日〜12月6日）"),
      ("2027-01-02", "2026年12月第5週（12月28日〜1月3日）"),
    ])
  func japaneseWeeks(iso: String, text: String) throws {
    #expect(DateText.week(ISOWeek(containing: try date(iso)), .japanese) == text)
  }

  @Test("An English week has its ISO number and its days")
  func englishWeeks() throws {
    let weeks = try ["2026-11-18", "2026-12-01"].map { ISOWeek(containing: try date($0)) }
    #expect(DateText.week(weeks[0], .english) == "week 47 of 2026 (16–22 November)")
    #expect(DateText.week(weeks[1], .english) == "week 49 of 2026 (30 November – 6 December)")
  }

  @Test("Columns show a month, or the first day of the period")
  func compact() throws {
    let day = try date("2026-11-18")
    #expect(DateText.compact(day, .monthly) == "2026-11")
    #expect(DateText.compact(day, .weekly) == "2026-11-16")
    #expect(DateText.compact(day, .daily) == "2026-11-18")
  }
}
