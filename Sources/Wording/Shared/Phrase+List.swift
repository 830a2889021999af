package import Bilingual

extension Phrase {
  /// Ids and codes in a row: `SALES-1, SALES-2`; SALES-1、SALES-2.
  package init(listing values: some Sequence<some CustomStringConvertible>) {
    self.init(
      en: values.map(\.description).joined(separator: ", "),
      ja: values.map(\.description).joined(separator: "、"))
  }

  /// Words in a row: `executive and promoter`; 経営層と推進役.
  package init(joining words: some Sequence<Phrase>) {
    self.init(
      en: words.map(\.en).joined(separator: " and "), ja: words.map(\.ja).joined(separator: "と"))
  }
}
