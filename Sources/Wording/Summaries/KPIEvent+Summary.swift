package import Bilingual
import CivilTime
package import Domain

extension KPIEvent {
  package var summary: Phrase {
    switch self {
    case .defined(let definition):
      Phrase(en: "Defined", ja: "定義").stating(definition.name).with(
        definition.unit.isEmpty ? nil : Phrase(both: definition.unit),
        definition.cadence.words, definition.direction.words, definition.kind.words)
    case .targetSet(let target, let day, let reason):
      Phrase(en: "Target set to \(target.words)", ja: "目標を\(target.words)に設定").with(
        day.map { Phrase(en: "by \($0.words.en)", ja: "\($0.words.ja)まで") },
        reason.map(Phrase.init(both:)))
    case .observationRecorded(let observation): observation.summary
    case .observationCorrected(let observation, let reason):
      Phrase(
        en: "Corrected: \(observation.summary.en)", ja: "訂正: \(observation.summary.ja)"
      ).with(Phrase(both: reason))
    case .retired(let reason): Phrase(en: "Retired", ja: "廃止").stating(reason)
    case .baselineFixed, .pointExcluded, .limitsRebased: limits
    case .signalAcknowledged, .hypothesisProposed, .hypothesisTested: signals
    case .proposalDeclined(let cycle, _, let reason):
      Phrase(
        en: "Proposal after \(cycle) declined", ja: "\(cycle) に基づく改善提案を見送り"
      ).stating(reason)
    }
  }

  /// Of acts on the limits; the others have none.
  private var limits: Phrase {
    switch self {
    case .baselineFixed(let from, let to, let reason):
      Phrase(
        en: "Baseline fixed from \(from.words.en) to \(to.words.en)",
        ja: "基準期間を\(from.words.ja)から\(to.words.ja)に固定"
      ).stating(reason)
    case .pointExcluded(let period, let reason):
      Phrase(
        en: "\(period.words.en) left out of the limits", ja: "\(period.words.ja)を管理限界から除外"
      ).stating(reason)
    case .limitsRebased(let at, let cause, let evidence):
      Phrase(
        en: "Limits rebased at \(at.words.en)", ja: "\(at.words.ja)から基準改定"
      ).stating(cause).with(Phrase(both: evidence))
    case .defined, .targetSet, .observationRecorded, .observationCorrected, .retired,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested, .proposalDeclined:
      Phrase(both: "")
    }
  }

  /// Of acts on signals and their causes; the others have none.
  private var signals: Phrase {
    switch self {
    case .signalAcknowledged(let signal, let note):
      Phrase(
        en: "Signal (\(signal.ruleWords.en)) of \(signal.period.words.en) acknowledged",
        ja: "\(signal.period.words.ja)のシグナル（\(signal.ruleWords.ja)）を確認"
      ).stating(note)
    case .hypothesisProposed(let number, let signal, let hypothesis, let byMachine, _, _):
      Phrase(
        en:
          "Hypothesis \(number) on the signal (\(signal.ruleWords.en)) of \(signal.period.words.en)",
        ja: "\(signal.period.words.ja)のシグナル（\(signal.ruleWords.ja)）への原因仮説\(number)"
      ).stating(hypothesis).with(
        byMachine ? Phrase(en: "by a machine", ja: "自動処理による提案") : nil)
    case .hypothesisTested(let number, let accepted, let note):
      Phrase(
        en: "Hypothesis \(number) \(accepted ? "accepted" : "rejected")",
        ja: "原因仮説\(number)を\(accepted ? "支持" : "棄却")"
      ).stating(note)
    case .defined, .targetSet, .observationRecorded, .observationCorrected, .retired,
      .baselineFixed, .pointExcluded, .limitsRebased, .proposalDeclined:
      Phrase(both: "")
    }
  }
}

extension Observation {
  fileprivate var summary: Phrase {
    let ratio = denominator.map { " / \($0.words)" } ?? ""
    return Phrase(
      en: "\(value.words)\(ratio) for \(period.words.en)",
      ja: "\(period.words.ja)の実績値 \(value.words)\(ratio)")
  }
}
