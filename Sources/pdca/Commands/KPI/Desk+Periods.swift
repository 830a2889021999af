import Bilingual
import CivilTime
import Domain
import Office
import Reviews
import Statistics
import Wording

extension Desk {
  /// The period that a text names: `2026-11` for monthly KPIs, `2026-W47` for weekly ones, or any
  /// day within it.
  func period(_ text: String, _ cadence: Domain.Cadence, _ argument: String) throws -> LocalDate {
    try Read.period(text, cadence, argument, dates)
  }

  /// What to say when the day typed is not the first of its period; empty otherwise.
  func remark(
    on text: String?, _ period: LocalDate, _ cadence: Domain.Cadence
  ) -> Phrase? {
    let day = text.flatMap { text -> LocalDate? in
      guard case .day(let day)? = try? dates.period(text) else { return nil }
      return day
    }
    guard let day, day != period else { return nil }
    return Phrase(
      en: "\(day) lies in the period that starts on \(period).",
      ja: "\(day) は \(period) に始まる期間に含まれます。")
  }

  /// The period as people read it.
  func name(_ period: LocalDate, _ cadence: Domain.Cadence) -> Phrase {
    Phrase(
      en: DateText.period(period, Statistics.Cadence(cadence), .english),
      ja: DateText.period(period, Statistics.Cadence(cadence), .japanese))
  }
}
