package import Bilingual
package import CanonicalJSON
package import Office

extension HeldRights {
  /// Rights by department; `*` is all of them.
  package var json: JSON {
    .object(may.reduce(into: JSONObject()) { $0[$1.key] = JSON($1.value.sorted()) })
  }

  /// `SALES: record, judge · all: read`; all departments last.
  package func words(_ language: Language) -> String {
    let places = may.keys.sorted {
      ($0 == Self.everywhere ? 1 : 0, $0) < ($1 == Self.everywhere ? 1 : 0, $1)
    }
    return places.map { place in
      let name = place == Self.everywhere ? Phrase(en: "all", ja: "全部門")(language) : place
      let held = may[place, default: []]
      let rights = held.contains("any") ? ["any"] : held
      let told = Self.order.filter { rights.contains($0.right) }.map { $0.words(language) }
      return name + Phrase(en: ": ", ja: ": ")(language)
        + told.joined(separator: Phrase(en: ", ", ja: "・")(language))
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
