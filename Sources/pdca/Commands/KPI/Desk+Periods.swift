import Bilingual
import CivilTime
import Domain
import EventLog
import Presentation
import Reviews
import Statistics
import Tables
import Terminal
import Tracker
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

extension Read {
  static func period(
    _ text: String, _ cadence: Domain.Cadence, _ argument: String, _ dates: DateReader
  ) throws -> LocalDate {
    let found: WrittenPeriod
    do { found = try dates.period(text) } catch {
      throw refusal(error, text, argument, dates.isOfFile ? .fileDate : .date)
    }
    switch (cadence.firstDay(of: found), found) {
    case (let first?, _): return first
    case (nil, .day(let day)): return day
    case (nil, .week(let week)):
      throw DeskError.otherPeriod(
        argument: argument, found: .week(week), wanted: cadence, isOfKPI: true)
    case (nil, .month(let month)):
      throw DeskError.otherPeriod(
        argument: argument, found: .month(month), wanted: cadence, isOfKPI: true)
    }
  }

  /// `12.5`, or `7/50`: a value and the denominator it is a part of.
  static func measurement(
    _ text: String, _ argument: String, by numbers: NumberReader = NumberReader()
  ) throws -> (value: Double, denominator: Double?) {
    guard text.halfWidth.contains("/") else {
      return (try number(text, argument, by: numbers), nil)
    }
    guard let measurement = numbers.measurement(text) else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .number)
    }
    return measurement
  }
}
