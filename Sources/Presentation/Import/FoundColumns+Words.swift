package import Bilingual
package import Office
import Wording

extension FoundColumns {
  /// What was found, with the columns that are taken and those passed over.
  package var words: Phrase {
    let found = form.words(columns: count)
    if used.isEmpty { return found }
    return Phrase(
      en: "\(found.en): " + used.map { "\($0.key) from \($0.name)" }.joined(separator: ", ")
        + (idle.isEmpty ? "" : "; not used: \(idle.joined(separator: ", "))"),
      ja: "\(found.ja): "
        + used.map { "\(Self.japanese($0.key))「\($0.name)」" }.joined(separator: "、")
        + (idle.isEmpty ? "" : "、使わない列は「\(idle.joined(separator: "」「"))」"))
  }

  /// Our name of what a column stands for, and は; of observations in Japanese.
  private static func japanese(_ key: String) -> String {
    switch key {
    case "period": "期間は"
    case "value": "値は"
    case "denominator": "母数は"
    default: "\(key) は"
    }
  }
}
