package import Bilingual
package import Office
package import Wording

extension OfficeError.Kind {
  package var name: Phrase {
    switch self {
    case .department: Phrase(en: "department", ja: "部門")
    case .kpi: Phrase(en: "KPI", ja: "KPI")
    case .cycle: Phrase(en: "cycle", ja: "ミニPDCA")
    case .lesson: Phrase(en: "lesson", ja: "教訓")
    case .issue: Phrase(en: "issue", ja: "課題")
    case .design: Phrase(en: "training design", ja: "研修設計")
    case .review: Phrase(en: "review", ja: "レビュー")
    case .decision: Phrase(en: "decision", ja: "決定事項")
    case .member: Phrase(en: "member", ja: "メンバー")
    case .command: Phrase(en: "command", ja: "コマンド")
    case .signal: Phrase(en: "signal", ja: "シグナル")
    case .projection: Phrase(en: "projection", ja: "リードモデル")
    case .event: Phrase(en: "event", ja: "イベント")
    case .eventType: Phrase(en: "event type", ja: "イベントの種類")
    case .concept: Phrase(en: "concept", ja: "活用構想")
    case .valueArea: Phrase(en: "value area", ja: "価値領域")
    }
  }

  /// The command that lists what there is; nil where none does.
  package var listing: Step? {
    let command: String? =
      switch self {
      case .department: "pdca department list"
      case .kpi: "pdca kpi list"
      case .cycle: "pdca cycle list"
      case .lesson: "pdca lesson list"
      case .issue: "pdca issue list"
      case .signal: "pdca kpi causes <kpi>"
      case .design: "pdca design list"
      case .review, .decision: "pdca review list"
      case .member: "pdca member list"
      case .projection: "pdca projection status"
      case .event: "pdca log"
      case .concept: "pdca concept list"
      case .valueArea: "pdca value-area list"
      case .command, .eventType: nil
      }
    return command.map { Step(en: "See what there is", ja: "一覧を見る", $0) }
  }
}
