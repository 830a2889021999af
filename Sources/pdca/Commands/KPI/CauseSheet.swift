import Bilingual
import CivilTime
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Statistics
import Terminal
import Wording

/// The signals of a KPI with what went before each.
struct CauseSheet {
  let chart: KPIChart
  let signals: [SpecialCause]
  let ranking: CauseRanking

  init(_ causes: KPICauses) {
    (chart, signals, ranking) = (causes.chart, causes.signals, causes.ranking)
  }

  private func command(_ cause: ProbableCause) -> Phrase? {
    cause.command(under: chart.chart.options.profile)
  }

  private func causes(of signal: SpecialCause) -> [ProbableCause] {
    ranking.causes(of: SignalOnset(signal, on: chart))
  }

  func lines(_ answer: Answer) -> [String] {
    guard !signals.isEmpty else {
      return [
        answer.say(
          "\(chart.kpi.reference) has no signals: what moved is the usual variation.",
          "\(chart.kpi.reference) にシグナルはありません。動きは通常のばらつきの範囲です。")
      ]
    }
    let caution = answer.say(
      "What went before is not what caused it: test each before you accept it.",
      "前後関係は原因を意味しません。支持する前に検証してください。")
    return Array(signals.map { lines($0, answer) }.joined(separator: [""]))
      + [""] + answer.layout.paragraph(caution)
  }

  private func lines(_ signal: SpecialCause, _ answer: Answer) -> [String] {
    let layout = answer.layout
    let onset = SignalOnset(signal, on: chart)
    let began = DateText.period(
      onset.days.first, Statistics.Cadence(chart.kpi.cadence), answer.language)
    let found = causes(of: signal)
    let days = CauseWeights.lookBackDays(chart.kpi.cadence)
    let none = answer.say(
      "Nothing is recorded in the \(days) days before it.", "直前\(days)日間に該当する記録はありません。")
    return layout.heading(
      SignalWords(chart.picture(in: answer.language)).sentence(signal))
      + layout.paragraph(answer.say("The change began in \(began).", "変化の始まり: \(began)"))
      + (found.isEmpty
        ? layout.paragraph(none)
        : found.enumerated().flatMap { lines($0.element, place: $0.offset + 1, answer) })
  }

  private func lines(_ cause: ProbableCause, place: Int, _ answer: Answer) -> [String] {
    let (layout, language) = (answer.layout, answer.language)
    let command = command(cause).map {
      ["   " + layout.style.apply(.id, to: safe($0(language)))]
    }
    return layout.bullets([Cell(cause.sentence(language))], bullet: "\(place).")
      + layout.paragraph(safe(cause.explanation(language)), indent: 3) + (command ?? [])
  }
}
