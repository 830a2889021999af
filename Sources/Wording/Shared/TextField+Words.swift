package import Bilingual
package import Domain

extension TextField {
  /// What the text is called where people write it.
  package var words: Phrase {
    switch self {
    case .name: Phrase(en: "name", ja: "名前")
    case .title: Phrase(en: "title", ja: "題名")
    case .problem: Phrase(en: "problem", ja: "困りごと")
    case .change: Phrase(en: "change", ja: "打ち手")
    case .reason: Phrase(en: "reason", ja: "理由")
    case .why: Phrase(en: "reason why", ja: "判断の理由")
    case .action: Phrase(en: "action", ja: "実施内容")
    case .link: Phrase(en: "link", ja: "リンク")
    case .evidence: Phrase(en: "evidence", ja: "根拠")
    case .note: Phrase(en: "note", ja: "メモ")
    case .unit: Phrase(en: "unit", ja: "単位")
    case .statement: Phrase(en: "vision", ja: "ビジョン")
    case .policy: Phrase(en: "training policy", ja: "育成方針")
    case .profile: Phrase(en: "profile of people to form", ja: "目指す人材像")
    case .conditions: Phrase(en: "conditions", ja: "成り立つ条件")
    case .suggestion: Phrase(en: "suggestion", ja: "提案")
    case .rationale: Phrase(en: "rationale", ja: "提案の理由")
    case .decision: Phrase(en: "decision", ja: "決定事項")
    case .issue: Phrase(en: "issue", ja: "提起内容")
    case .obstacle: Phrase(en: "obstacle", ja: "障害")
    case .practice: Phrase(en: "practice", ja: "標準とする手順")
    case .cause: Phrase(en: "cause", ja: "原因")
    case .item: Phrase(en: "item", ja: "項目")
    case .hypothesis: Phrase(en: "hypothesis", ja: "原因仮説")
    case .addendum: Phrase(en: "addendum", ja: "追記")
    case .task: Phrase(en: "work", ja: "対象業務")
    case .byAI: Phrase(en: "what is done with AI", ja: "AIで行うこと")
    case .byPeople: Phrase(en: "what is done by people", ja: "人が行うこと")
    case .effort: Phrase(en: "effort", ja: "工数")
    case .risk: Phrase(en: "risk", ja: "リスク")
    case .dataHandled: Phrase(en: "data handled", ja: "扱うデータ")
    case .firstStep: Phrase(en: "first step", ja: "最初の一歩")
    case .basis: Phrase(en: "basis", ja: "金額の根拠")
    }
  }
}
