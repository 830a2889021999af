package import Bilingual
package import Domain

extension CostKind {
  package var words: Phrase {
    switch self {
    case .design: Phrase(en: "design", ja: "設計・開発")
    case .delivery: Phrase(en: "delivery", ja: "実施（講師・会場など）")
    case .materials: Phrase(en: "materials", ja: "教材")
    case .coordination: Phrase(en: "coordination", ja: "運営・調整")
    case .evaluation: Phrase(en: "evaluation", ja: "評価")
    case .tools: Phrase(en: "tools", ja: "ツール・ライセンス")
    }
  }
}

extension WorthIndicator {
  package var words: Phrase {
    switch self {
    case .documentHours: Phrase(en: "Hours saved on documents", ja: "資料作成工数の削減")
    case .closeRate: Phrase(en: "Close rate", ja: "営業成約率")
    case .clickThroughRate: Phrase(en: "Click-through rate", ja: "広告クリック率")
    case .proposalsAdopted: Phrase(en: "Proposals adopted after training", ja: "研修後の提案採用率")
    case .useFrequency: Phrase(en: "Use frequency", ja: "活用頻度")
    case .useCases: Phrase(en: "Number of use cases", ja: "活用事例の創出件数")
    case .decisionLeadTime: Phrase(en: "Decision lead time", ja: "意思決定のリードタイム")
    case .likeWorkLeadTime: Phrase(en: "Lead time of like work", ja: "類似業務のリードタイム")
    }
  }
}
