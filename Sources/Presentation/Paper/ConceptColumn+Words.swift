package import Bilingual
package import Office

/// What a worksheet says above and within its columns.
extension ConceptColumn {
  package var title: Phrase {
    switch self {
    case .department: Phrase(en: "Department", ja: "部門")
    case .title: Phrase(en: "Title", ja: "題名")
    case .task: Phrase(en: "Work", ja: "対象業務")
    case .byAI: Phrase(en: "Done with AI", ja: "AIで行うこと")
    case .byPeople: Phrase(en: "Done by people", ja: "人が行うこと")
    case .kpi: Phrase(en: "KPI", ja: "KPI")
    case .predicted: Phrase(en: "Level expected", ja: "KPIの見込み")
    case .due: Phrase(en: "By when", ja: "効果の期日")
    case .valueArea: Phrase(en: "Value area", ja: "価値領域")
    case .effort: Phrase(en: "Effort", ja: "工数")
    case .risk: Phrase(en: "Risk", ja: "リスク")
    case .data: Phrase(en: "Data handled", ja: "扱うデータ")
    case .firstStep: Phrase(en: "First step", ja: "最初の一歩")
    case .firstStepBy: Phrase(en: "First step by", ja: "最初の一歩の期日")
    }
  }

  /// What is written there.
  package var hint: Phrase {
    switch self {
    case .department: Phrase(en: "Its code, such as SALES", ja: "部門コード（例: SALES）")
    case .title: Phrase(en: "In a few words", ja: "一言で")
    case .task: Phrase(en: "Which work, how often, how long", ja: "どの業務を、どのくらいの頻度・時間で行っているか")
    case .byAI: Phrase(en: "What the AI takes over", ja: "AIに任せること")
    case .byPeople: Phrase(en: "What people check and decide", ja: "人が確認・判断すること")
    case .kpi: Phrase(en: "Its code; an outcome, no count of uses", ja: "KPIコード。利用回数ではなく成果を測るもの")
    case .predicted: Phrase(en: "The number that it should reach", ja: "到達を見込む数値")
    case .due: Phrase(en: "The day by which it should", ja: "効果を確認する期日")
    case .valueArea: Phrase(en: "One that was chosen", ja: "選定済みの領域名")
    case .effort: Phrase(en: "Hours or people it takes", ja: "準備と運用にかかる時間・人数")
    case .risk: Phrase(en: "What may go wrong", ja: "想定される問題と対処")
    case .data: Phrase(en: "Customers', personal, secret?", ja: "顧客情報・個人情報・社外秘の有無")
    case .firstStep: Phrase(en: "What is done first", ja: "最初に行うこと")
    case .firstStepBy: Phrase(en: "Within two weeks", ja: "2週間以内の日付")
    }
  }
}
