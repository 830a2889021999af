package import Bilingual
package import Domain
package import Statistics

extension Rule {
  /// The pattern that the rule finds, as a name within a sentence.
  package var words: Phrase {
    switch self {
    case .beyondLimit: Phrase(en: "beyond a limit", ja: "管理限界超え")
    case .shift: Phrase(en: "a run on one side", ja: "連（一方への偏り）")
    case .trend: Phrase(en: "a trend", ja: "傾向（連続した上昇・下降）")
    case .twoOfThree: Phrase(en: "two of three beyond 2σ", ja: "3点中2点の2σ超え")
    case .fourOfFive: Phrase(en: "four of five beyond 1σ", ja: "5点中4点の1σ超え")
    case .alternating: Phrase(en: "going up and down in turn", ja: "交互の上下")
    case .hugging: Phrase(en: "hugging the centre line", ja: "中心線への集中")
    case .avoiding: Phrase(en: "avoiding the centre line", ja: "中心線の回避")
    case .nearLimit: Phrase(en: "near a limit", ja: "管理限界への接近")
    case .longRun: Phrase(en: "a long run", ja: "長い連")
    case .fewCrossings: Phrase(en: "few crossings of the median", ja: "中央値との交差の少なさ")
    }
  }
}

extension Reading {
  /// As a name, in lists and before a date.
  package var words: Phrase {
    switch self {
    case .improvement: Phrase(en: "improvement", ja: "改善")
    case .concern: Phrase(en: "concern", ja: "懸念")
    case .neutral: Phrase(en: "neutral", ja: "中立")
    }
  }
}

extension SignalReference {
  /// The rule's words; a rule that this program doesn't know keeps its name.
  package var ruleWords: Phrase { Rule(rawValue: rule)?.words ?? Phrase(both: rule) }
}
