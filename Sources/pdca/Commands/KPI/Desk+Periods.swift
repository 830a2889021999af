import Bilingual
import CivilTime
import Domain
import EventLog
import Reviews
import Statistics
import Terminal
import Tracker

extension Desk {
  /// The period that a text names: `2026-11` for monthly KPIs, `2026-W47` for weekly ones, or any
  /// day within it.
  func period(_ text: String, _ cadence: Domain.Cadence, _ argument: String) throws -> LocalDate {
    try Read.period(text, cadence, argument, today: today)
  }

  /// What to say when the day typed is not the first of its period; empty otherwise.
  func remark(
    on text: String?, _ period: LocalDate, _ cadence: Domain.Cadence
  ) -> Phrase? {
    let day = text.flatMap { LocalDate.parse($0, today: today) }
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

extension Read {
  static func period(
    _ text: String, _ cadence: Domain.Cadence, _ argument: String, today: LocalDate
  ) throws -> LocalDate {
    switch (cadence, ReviewPeriod(text.uppercased())) {
    case (.weekly, .week(let week)?): return week.monday
    case (.monthly, .month(let month)?): return month.first
    case (_, let other?):
      throw DeskError.otherPeriod(
        argument: argument, found: other, wanted: cadence, isOfKPI: true)
    case (_, nil): return cadence.firstDay(of: try date(text, argument, today: today))
    }
  }

  /// `12.5`, or `7/50`: a value and the denominator it is a part of.
  static func measurement(
    _ text: String, _ argument: String
  ) throws -> (value: Double, denominator: Double?) {
    let parts = text.halfWidth.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2 else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .number)
    }
    return (
      try number(String(parts[0]), argument),
      try parts.count == 2 ? number(String(parts[1]), argument) : nil
    )
  }
}
