/// The languages every text of the program exists in.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case japanese = "ja"

  /// The language asked for by `--lang`, else the first of `PDCA_LANG`, `LC_ALL`, `LC_MESSAGES`
  /// and `LANG` that is set and not empty. Whatever doesn't start with `ja` is English.
  package static func detect(argument: String?, environment: [String: String]) -> Language {
    let named = ["PDCA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].map { environment[$0] }
    let wish = ([argument] + named).compactMap(\.self).first { !$0.isEmpty }
    return (wish ?? "").lowercased().hasPrefix("ja") ? .japanese : .english
  }

  /// The text in this language.
  package func choose<Text>(_ english: @autoclosure () -> Text, _ japanese: @autoclosure () -> Text)
    -> Text
  {
    switch self {
    case .english: english()
    case .japanese: japanese()
    }
  }
}
