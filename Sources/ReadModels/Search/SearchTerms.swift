/// Pairs of neighbouring characters: what Japanese text, which has no spaces, is searched by.
package enum Bigrams {
  /// The distinct pairs of all the texts, sorted; a word of one character stands for itself.
  package static func of(_ texts: [String]) -> [String] {
    var pairs: Set<String> = []
    for word in texts.flatMap(words) { pairs.formUnion(of(word)) }
    return pairs.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func of(_ word: [Unicode.Scalar]) -> [String] {
    guard word.count > 1 else { return word.map { String($0) } }
    return zip(word, word.dropFirst()).map { String($0) + String($1) }
  }

  /// Runs of letters and digits, folded; anything else parts them.
  static func words(_ text: String) -> [[Unicode.Scalar]] {
    TextFolding.scalars(of: text).split(whereSeparator: { !isWordScalar($0) }).map(Array.init)
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}
