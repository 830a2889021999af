package import Bilingual
package import Domain
import Reviews

extension CauseKind {
  /// The kind, as a heading or in a table.
  package var words: Phrase {
    switch self {
    case .action: Phrase(en: "action", ja: "実施")
    case .cycleAct: Phrase(en: "decision on a cycle", ja: "改善の判断")
    case .practice: Phrase(en: "standard practice", ja: "標準化")
    case .obstacle: Phrase(en: "obstacle", ja: "障害")
    case .lessonAdoption: Phrase(en: "lesson adopted", ja: "教訓の採用")
    case .training: Phrase(en: "training", ja: "研修")
    case .reviewDecision: Phrase(en: "review decision", ja: "レビューの決定")
    case .issueDecision: Phrase(en: "decision on an issue", ja: "課題の判断")
    case .targetChange: Phrase(en: "target", ja: "目標値の設定")
    case .policyChange: Phrase(en: "training policy", ja: "育成方針の改定")
    case .staffing: Phrase(en: "change of people", ja: "人員の変更")
    }
  }
}

extension CauseScope {
  package var words: Phrase {
    switch self {
    case .sameKPI: Phrase(en: "aimed at this KPI", ja: "同じKPIが対象")
    case .department: Phrase(en: "same department", ja: "同じ部門")
    case .organization: Phrase(en: "whole organization", ja: "全社")
    case .elsewhere: Phrase(en: "another department", ja: "他部門")
    }
  }
}
