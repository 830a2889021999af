package import Bilingual
import CivilTime
import Domain
import ReadModels
package import Reviews
package import Statistics
import Wording

extension KPIStanding.Variation {
  /// In a word or two, as it stands beside its sign.
  package var words: Phrase {
    switch self {
    case .concern: Phrase(en: "getting worse", ja: "悪化")
    case .improvement: Phrase(en: "getting better", ja: "改善")
    case .change: Phrase(en: "changed", ja: "変化")
    case .common: Phrase(en: "as usual", ja: "通常の範囲")
    case .unknown: Phrase(en: "too few points", ja: "点数不足")
    }
  }
}

extension Assurance {
  /// What the limits say of the target, in a word or two.
  package var words: Phrase {
    switch self {
    case .met: Phrase(en: "met as a rule", ja: "安定して達成")
    case .missed: Phrase(en: "missed as it is", ja: "このままでは届かない")
    case .hitAndMiss: Phrase(en: "hit and miss", ja: "達成は五分五分")
    case .none: Phrase(en: "no verdict", ja: "判定なし")
    }
  }
}

extension KPIStanding {
  /// The latest value with its unit; nil without an observation.
  package func value(_ language: Language) -> String? {
    latest.map { point in
      let numbers = NumberText(of: kpi, language)
      return kpi.measure == .proportion
        ? numbers.computed(point.value) : numbers.measured(point.value)
    }
  }

  /// What it does, in one sentence.
  package func sentence(_ language: Language) -> String {
    let numbers = NumberText(of: kpi, language)
    guard let change, let level = change.level else { return variation.words(language) }
    let start = DateText.bound(change.onset, Statistics.Cadence(kpi.cadence), language)
    guard let before = change.levelBefore else {
      return language.choose(
        "\(variation.words.en) since \(start): \(numbers.computed(level))",
        "\(start)から\(variation.words.ja): \(numbers.computed(level))")
    }
    return language.choose(
      "\(variation.words.en) since \(start): \(numbers.computed(before)) → \(numbers.computed(level))",
      "\(start)から\(variation.words.ja): \(numbers.computed(before)) → \(numbers.computed(level))")
  }
}

extension Overview.Asked {
  /// What it is, and the command that answers it.
  package var kindWords: Phrase {
    switch kind {
    case .issue: Phrase(en: "Issue", ja: "課題")
    case .design: Phrase(en: "Training design to approve", ja: "承認待ちの研修設計")
    case .decision: Phrase(en: "Decision put off", ja: "延期された決定事項")
    }
  }

  package var command: Phrase {
    switch kind {
    case .issue:
      Phrase(en: "pdca issue decide \(id) \"<decision>\"", ja: "pdca issue decide \(id) \"<決定事項>\"")
    case .design: Phrase(both: "pdca design approve \(id)")
    case .decision:
      Phrase(
        en: "pdca review amend \(id) --due <day> --reason \"<why>\"",
        ja: "pdca review amend \(id) --due <期限> --reason \"<理由>\"")
    }
  }
}
