/// What texts are searched by: words, where spaces part them, and pairs of neighboring characters
/// where words run on, as in Japanese.
package enum SearchTerms {
  /// The distinct terms of all the texts, sorted.
  package static func of(_ texts: [String]) -> [String] {
    var terms: Set<String> = []
    for run in texts.flatMap(runs) { terms.formUnion(of(run)) }
    return terms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func of(_ run: [Unicode.Scalar]) -> [String] {
    guard runsOn(run[0]) else {
      let word = String(String.UnicodeScalarView(run))
      return common.contains(word) ? [] : [word]
    }
    guard run.count > 1 else { return isHiragana(run[0]) ? [] : [String(run[0])] }
    return zip(run, run.dropFirst()).map { String($0) + String($1) }
  }

  /// Runs of letters and digits of one manner of writing, folded; anything else parts them.
  private static func runs(_ text: String) -> [[Unicode.Scalar]] {
    TextFolding.scalars(of: text).split(whereSeparator: { !isWordScalar($0) }).flatMap { run in
      var parts: [[Unicode.Scalar]] = []
      for scalar in run {
        if let last = parts.last?.last, runsOn(last) == runsOn(scalar) {
          parts[parts.count - 1].append(scalar)
        } else {
          parts.append([scalar])
        }
      }
      return parts
    }
  }

  /// Thai, Lao, Myanmar, Khmer; Han, kana and all that comes after them.
  private static func runsOn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...: true
    default: false
    }
  }

  /// One kana between other signs is a particle.
  private static func isHiragana(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x309F).contains(scalar.value)
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  /// English words that say nothing of what a text is about.
  private static let common: Set<String> = [
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
    "before", "both", "but", "by", "can", "do", "does", "each", "every", "for", "from", "had",
    "has",
    "have", "how", "in", "into", "is", "it", "its", "many", "more", "most", "much", "no", "not",
    "of",
    "on", "one", "only", "or", "our", "out", "per", "so", "some", "such", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "up", "us",
    "was", "we", "were", "what", "when", "which", "who", "will", "with", "without", "you", "your",
  ]
}
