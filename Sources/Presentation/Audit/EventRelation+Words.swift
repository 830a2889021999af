package import Bilingual
package import EventLog

extension EventRelation {
  package var words: Phrase {
    switch self {
    case .command: Phrase(en: "same command", ja: "同じコマンド")
    case .cause: Phrase(en: "led to it", ja: "直接の契機")
    case .effect: Phrase(en: "caused by it", ja: "直接の結果")
    case .story: Phrase(en: "same story", ja: "一連の記録")
    case .item: Phrase(en: "same item", ja: "同じ対象")
    case .naming: Phrase(en: "names it", ja: "この対象に言及")
    case .named: Phrase(en: "named by it", ja: "この対象が参照")
    }
  }
}
