package import Bilingual
package import CanonicalJSON
package import Office

extension HeldRights {
  /// Rights by department; `*` is all of them.
  package var json: JSON {
    .object(may.reduce(into: JSONObject()) { $0[$1.key] = JSON($1.value.sorted()) })
  }

  /// `CS, SALES: record, judge; all: read`: departments with the same rights together, what holds in
  /// all of them last and once.
  package func words(_ language: Language) -> String {
    let everywhere = may[Self.everywhere, default: []]
    let own = may.filter { $0.key != Self.everywhere && !everywhere.contains("any") }
      .mapValues { $0.contains("any") ? ["any"] : $0.subtracting(everywhere) }
      .filter { !$0.value.isEmpty }
    var places = Dictionary(grouping: own.keys, by: { own[$0]! })
      .map { (names: $1.sorted(), rights: $0) }
      .sorted { $0.names[0] < $1.names[0] }
    if !everywhere.isEmpty {
      let all = Phrase(en: "all", ja: "全部門")(language)
      places.append(([all], everywhere.contains("any") ? ["any"] : everywhere))
    }
    let comma = Phrase(en: ", ", ja: "・")(language)
    return places.map { place in
      let told = Self.order.filter { place.rights.contains($0.right) }.map { $0.words(language) }
      return place.names.joined(separator: comma) + ": " + told.joined(separator: comma)
    }.joined(separator: Phrase(en: "; ", ja: "、")(language))
  }

  /// As the schema states them.
  private static let order: [(right: String, words: Phrase)] = [
    ("any", Phrase(en: "everything", ja: "すべて")), ("record", Phrase(en: "record", ja: "記録")),
    ("judge", Phrase(en: "judge", ja: "判定")), ("lead", Phrase(en: "lead", ja: "運営")),
    ("review", Phrase(en: "review", ja: "レビュー")), ("resolve", Phrase(en: "resolve", ja: "決裁")),
    ("share", Phrase(en: "share", ja: "横展開")), ("propose", Phrase(en: "propose", ja: "仮説")),
    ("train", Phrase(en: "train", ja: "研修")), ("decide", Phrase(en: "decide", ja: "方針")),
    ("administer", Phrase(en: "administer", ja: "管理")), ("audit", Phrase(en: "audit", ja: "監査")),
    ("read", Phrase(en: "read", ja: "閲覧")),
  ]
}
