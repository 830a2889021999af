package import Bilingual
package import CivilTime
import Domain
import ReadModels
import Statistics

/// A KPI's level before and after a department adopted a lesson, and what may be said of it.
package struct AdoptionEffect: Sendable, Equatable {
  /// Counted around the day of the adoption, as around a training session.
  let effect: TrainingEffect
  /// The last day of the period that completed the first signal of improvement since.
  package let improvedOn: LocalDate?

  package init(of chart: KPIChart, adoptedOn day: LocalDate) {
    effect = TrainingEffect(of: chart, around: day)
    improvedOn = chart.chart.specialCauses.filter {
      !$0.excluded && $0.reading == .improvement && chart.period(at: $0.members[0]) > day
    }.map { chart.kpi.cadence.lastDay(ofPeriodFrom: chart.period(at: $0.completesAt)) }.min()
  }

  /// Means over up to 12 periods that ended before the adoption, and over all that began after it;
  /// nil without any.
  package var before: TrainingEffect.Level? { effect.before }
  package var after: TrainingEffect.Level? { effect.after }

  /// What the data allow to be said, and no more.
  package var sentence: Phrase {
    let (before, after) = (effect.before?.count ?? 0, effect.after?.count ?? 0)
    let needed = TrainingEffect.fewest
    switch effect.finding {
    case .tooEarly:
      return Phrase(
        en: "Too early to say: \(after) observations since, and \(needed) are needed.",
        ja: "判断にはまだ早い段階です（採用後の実績値\(after)点、判断には\(needed)点が必要）。")
    case .noComparison:
      return Phrase(
        en: "Little to compare with: \(before) observations before, and \(needed) are needed.",
        ja: "比較の基準が不足しています（採用前の実績値\(before)点、比較には\(needed)点が必要）。")
    case .improvementSince:
      return Phrase(
        en: "A signal of improvement has shown since; that it came from it is not proved.",
        ja: "採用後に改善のシグナルが出ています。ただし、教訓が原因であることの証明ではありません。")
    case .concernSince:
      return Phrase(
        en: "A signal of concern has shown since: no improvement can be claimed.",
        ja: "採用後に懸念のシグナルが出ており、改善とはいえません。")
    case .changeSince:
      return Phrase(
        en: "A signal has shown since, neither better nor worse.",
        ja: "採用後にシグナルが出ていますが、良し悪しは判断できません。")
    case .mixedSince:
      return Phrase(
        en: "Signals of improvement and of concern have shown since: no one effect can be claimed.",
        ja: "採用後に改善と懸念の両方のシグナルが出ており、効果は判断できません。")
    case .begunBefore:
      return Phrase(
        en: "What changed had begun before the adoption: it can't be its effect.",
        ja: "変化は採用より前に始まっており、教訓の効果とはいえません。")
    case .noSignal:
      return Phrase(
        en: "No signal since: the difference is within the usual variation.",
        ja: "採用後のシグナルはなく、差は通常のばらつきの範囲です。")
    }
  }
}
