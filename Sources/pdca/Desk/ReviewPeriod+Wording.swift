import Bilingual
import CivilTime
import Domain
import Wording

extension ReviewPeriod {
  /// That this is no period of the cadence, and one that is.
  func refused(_ argument: String, _ wanted: Cadence, isOfKPI: Bool) -> Phrase {
    let (found, such) = (kindOfPeriod, example(of: wanted))
    guard isOfKPI else {
      return Phrase(
        en: "\(argument): \(self) is a \(found.en): give \(such.en).",
        ja: "\(argument): \(self) は\(found.ja)です。\(such.ja)を指定してください。")
    }
    return Phrase(
      en: "\(argument): the KPI is \(wanted.words.en), and \(self) is a \(found.en): "
        + "give \(such.en).",
      ja: "\(argument): このKPIは\(wanted.words.ja)ですが、\(self) は\(found.ja)です。"
        + "\(such.ja)を指定してください。")
  }

  private var kindOfPeriod: Phrase {
    switch self {
    case .week: Phrase(en: "week", ja: "週")
    case .month: Phrase(en: "month", ja: "月")
    }
  }

  /// A period of the cadence within this one, or around it.
  private func example(of cadence: Cadence) -> Phrase {
    let middle = firstDay.adding(days: 3)
    return switch cadence {
    case .daily: Phrase(en: "a day, such as \(middle)", ja: "日付（例: \(middle)）")
    case .weekly:
      Phrase(
        en: "a week, such as \(ISOWeek(containing: middle))",
        ja: "週（例: \(ISOWeek(containing: middle))）")
    case .monthly:
      Phrase(
        en: "a month, such as \(YearMonth(containing: middle))",
        ja: "月（例: \(YearMonth(containing: middle))）")
    }
  }
}
