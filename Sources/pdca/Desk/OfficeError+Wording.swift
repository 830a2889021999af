package import Bilingual
import Domain
import Office
import Terminal
package import Wording

extension OfficeError: Worded {
  package var refused: Phrase {
    switch self {
    case .noSchema:
      Phrase(
        en: "this database holds no organization yet.", ja: "このデータベースにはまだ組織がありません。")
    case .outdatedSchema:
      Phrase(
        en: "the database's schema is older than this pdca.",
        ja: "データベースのスキーマがこの pdca より古い版です。")
    case .newerSchema:
      Phrase(
        en: "the database's schema is newer than this pdca, which therefore won't write to it.",
        ja: "データベースのスキーマがこの pdca より新しいため、書き込みを中止しました。")
    case .unknown(let kind, let text, _):
      Phrase(en: "there is no \(kind.name.en) \(text).", ja: "\(kind.name.ja) \(text) は見つかりません。")
    case .unmeasured(let kpi, let adopted, let isBefore):
      Phrase(
        en: "\(kpi) has no observation \(isBefore ? "before" : "since") the adoption on "
          + "\(adopted.words.en), so the effect can't be read from its chart.",
        ja: "\(kpi) には採用日（\(adopted.words.ja)）より\(isBefore ? "前" : "後")の実績値がないため、"
          + "管理図から効果を算出できません。")
    case .notReadable(let path):
      Phrase(en: "\(path) can't be read.", ja: "\(path) を読み込めません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .noSchema: [Step(en: "Begin", ja: "始める", "pdca init")]
    case .outdatedSchema:
      [Step(en: "Bring it up to date", ja: "更新する", "pdca database migrate")]
    case .newerSchema:
      [Step(Phrase(en: "Install the newer pdca.", ja: "新しい版の pdca をインストールしてください。"))]
    case .unknown(let kind, let text, let candidates):
      suggestions(for: text, among: candidates) + [kind.listing].compactMap(\.self)
    case .unmeasured(let kpi, _, _):
      [
        Step(
          en: "Record one", "pdca kpi record \(kpi.code) <value> -d \(kpi.department)",
          ja: "実績値を記録する", "pdca kpi record \(kpi.code) <値> -d \(kpi.department)")
      ]
    case .notReadable: []
    }
  }

  private func suggestions(for text: String, among candidates: [String]) -> [Step] {
    let near = Suggestion.nearest(to: text, among: candidates)
    guard !near.isEmpty else { return [] }
    let list = near.joined(separator: ", ")
    return [Step(Phrase(en: "Did you mean \(list)?", ja: "\(list) のことですか?"))]
  }
}
