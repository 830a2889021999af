package import Bilingual
package import Domain

extension CycleAct {
  /// English: what a cycle "cannot be …"; Japanese: what can't be done to it.
  package var words: Phrase {
    switch self {
    case .plan: Phrase(en: "planned", ja: "計画")
    case .openJournal: Phrase(en: "opened as a journal", ja: "活動記録の開始")
    case .amend: Phrase(en: "amended", ja: "計画の変更")
    case .log: Phrase(en: "added to", ja: "実施内容の記録")
    case .withdraw: Phrase(en: "taken from", ja: "実施内容の取り消し")
    case .cancel: Phrase(en: "cancelled", ja: "取りやめ")
    case .report: Phrase(en: "given an obstacle", ja: "障害の報告")
    case .check: Phrase(en: "checked", ja: "評価")
    case .act: Phrase(en: "decided on", ja: "判断")
    case .link: Phrase(en: "linked to a next cycle", ja: "次のミニPDCAへの関連付け")
    case .standardise: Phrase(en: "made a standard", ja: "標準化")
    }
  }
}
