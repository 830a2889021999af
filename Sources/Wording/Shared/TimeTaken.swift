package import Bilingual

/// How long something took, in minutes, hours or days, as fits.
package enum TimeTaken {
  package static func text(hours: Double, _ language: Language) -> String {
    let minutes = (hours * 60).rounded()
    if minutes < 1 { return language.choose("under a minute", "1分未満") }
    if minutes < 60 { return counted(minutes, ("minute", "分"), language) }
    let tenths = (hours * 10).rounded() / 10
    if tenths < 24 { return counted(tenths, ("hour", "時間"), language) }
    return counted((hours / 24 * 10).rounded() / 10, ("day", "日"), language)
  }

  /// Minutes up to two hours, hours up to two days, else days.
  package static func age(minutes: Int) -> Phrase {
    switch minutes {
    case ..<120: Phrase(en: "\(minutes) min", ja: "\(minutes) 分")
    case ..<2_880: Phrase(en: "\(minutes / 60) h", ja: "\(minutes / 60) 時間")
    default: Phrase(en: "\(minutes / 1_440) days", ja: "\(minutes / 1_440) 日")
    }
  }

  private static func counted(
    _ number: Double, _ unit: (en: String, ja: String), _ language: Language
  ) -> String {
    let text = NumberText(language: language).computed(number)
    return language.choose("\(text) \(unit.en)\(text == "1" ? "" : "s")", text + unit.ja)
  }
}

/// Hours as papers write them.
package enum HoursText {
  /// `25 h 20 min`, `25時間20分`.
  package static func words(minutes: Int) -> Phrase {
    let (hours, rest) = (minutes / 60, minutes % 60)
    if rest == 0 { return Phrase(en: "\(hours) h", ja: "\(hours)時間") }
    if hours == 0 { return Phrase(en: "\(rest) min", ja: "\(rest)分") }
    return Phrase(en: "\(hours) h \(rest) min", ja: "\(hours)時間\(rest)分")
  }
}
