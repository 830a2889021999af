package import Bilingual
package import CivilTime
package import Statistics

/// Days, weeks and months as people read them in running text; tables and axes take `compact`.
package enum DateText {
  /// `2 March 2026`, `2026年3月2日`
  package static func day(_ date: LocalDate, _ language: Language) -> String {
    language.choose(
      "\(date.day) \(months[date.month - 1]) \(date.year)",
      "\(date.year)年\(date.month)月\(date.day)日")
  }

  /// `November 2026`, `2026年11月`
  package static func month(_ month: YearMonth, _ language: Language) -> String {
    language.choose("\(months[month.month - 1]) \(month.year)", "\(month.year)年\(month.month)月")
  }

  /// `week 47 of 2026 (16–22 November)`, `2026年11月第3週（16日〜22日）`
  package static func week(_ week: ISOWeek, _ language: Language) -> String {
    language.choose(
      "week \(week.week) of \(week.year) (\(englishDays(week)))",
      "\(weekOfMonth(week))（\(japaneseDays(week))）")
  }

  /// The period that the day lies in.
  package static func period(
    _ date: LocalDate, _ cadence: Cadence, _ language: Language
  ) -> String {
    switch cadence {
    case .daily, .irregular: day(date, language)
    case .weekly: week(ISOWeek(containing: date), language)
    case .monthly: month(YearMonth(containing: date), language)
    }
  }

  /// Where a column has no room: `2026-11` for a month, else the first day, `2026-11-16`.
  package static func compact(_ date: LocalDate, _ cadence: Cadence) -> String {
    switch cadence {
    case .daily, .irregular: date.description
    case .weekly: date.startOfWeek.description
    case .monthly: YearMonth(containing: date).description
    }
  }

  /// One period's end of a stretch, without the days of a week.
  package static func bound(_ date: LocalDate, _ cadence: Cadence, _ language: Language) -> String {
    guard cadence == .weekly else { return period(date, cadence, language) }
    let week = ISOWeek(containing: date)
    return language.choose("week \(week.week) of \(week.year)", weekOfMonth(week))
  }

  private static func weekOfMonth(_ week: ISOWeek) -> String {
    let (year, month, ordinal) = week.monthAndOrdinal
    return "\(year)年\(month)月第\(ordinal)週"
  }

  private static func englishDays(_ week: ISOWeek) -> String {
    let (first, last) = (week.monday, week.sunday)
    let end = "\(last.day) \(months[last.month - 1])"
    return first.month == last.month
      ? "\(first.day)–\(end)" : "\(first.day) \(months[first.month - 1]) – \(end)"
  }

  private static func japaneseDays(_ week: ISOWeek) -> String {
    let (first, last) = (week.monday, week.sunday)
    return first.month == last.month
      ? "\(first.day)日〜\(last.day)日"
      : "\(first.month)月\(first.day)日〜\(last.month)月\(last.day)日"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension DateText {
  /// A period in running text, of which the year is said where it isn't that of `day`: `7 September`
  /// of a week, 「9月第2週」.
  package static func bound(
    _ date: LocalDate, _ cadence: Cadence, _ language: Language, in day: LocalDate
  ) -> String {
    let full: String
    switch cadence {
    case .daily, .irregular: full = DateText.day(date, language)
    case .weekly:
      full =
        language == .english
        ? DateText.day(date.startOfWeek, language) : bound(date, cadence, language)
    case .monthly: full = month(YearMonth(containing: date), language)
    }
    let thursday = date.startOfWeek.adding(days: 3)
    let year = cadence == .weekly && language == .japanese ? thursday.year : date.year
    guard year == day.year else { return full }
    return language == .english
      ? String(full.dropLast(5)) : String(full.drop { $0 != "年" }.dropFirst())
  }
}

extension LocalDate {
  /// Of a list: `2026-03-02`, 2026年3月2日.
  package var words: Phrase { Phrase(en: description, ja: DateText.day(self, .japanese)) }

  /// In a review's sentences: `2 March 2026`, `2026年3月2日(月)`. Tables, axes, JSON and
  /// commands have it as ISO 8601 writes it.
  package var prose: Phrase {
    let name = ["月", "火", "水", "木", "金", "土", "日"][weekday - 1]
    return Phrase(
      en: DateText.day(self, .english), ja: DateText.day(self, .japanese) + "(\(name))")
  }
}

extension LocalDateTime {
  /// `2026-11-22 09:10`
  package var words: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date) \(two(hour)):\(two(minute))"
  }
}
