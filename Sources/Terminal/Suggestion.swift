/// What a person may have meant by a word that isn't known.
package enum Suggestion {
  /// Up to `limit` candidates near the word, nearest first, equals in the order given. Case is
  /// ignored. One edit in three characters is allowed, at least one and at most three; a candidate
  /// that the word (of two characters or more) starts is near too. A prefix that word and candidate
  /// share up to a slash, such as `SALES/`, tells nothing of likeness and is left out of account.
  package static func nearest(
    to word: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let near = candidates.enumerated().compactMap { order, candidate -> Ranked? in
      let (wanted, letters) = apart(Array(word.lowercased()), Array(candidate.lowercased()))
      let allowed = min(3, max(1, wanted.count / 3))
      let edits = distance(wanted, letters)
      if edits <= allowed, edits < max(wanted.count, letters.count) {
        return Ranked(edits: edits, order: order, text: candidate)
      }
      let isStart = wanted.count >= 2 && letters.starts(with: wanted)
      return isStart ? Ranked(edits: allowed + 1, order: order, text: candidate) : nil
    }
    return near.sorted { ($0.edits, $0.order) < ($1.edits, $1.order) }.prefix(limit).map(\.text)
  }

  /// What follows the prefix that both share up to a slash.
  private static func apart(_ a: [Character], _ b: [Character]) -> ([Character], [Character]) {
    guard let slash = a.lastIndex(of: "/"), b.starts(with: a[...slash]) else { return (a, b) }
    return (Array(a[(slash + 1)...]), Array(b[(slash + 1)...]))
  }

  private struct Ranked {
    let edits: Int
    let order: Int
    let text: String
  }

  /// Damerau–Levenshtein distance in its optimal string alignment form: insertions, deletions,
  /// substitutions and swaps of neighbors, no stretch edited twice.
  package static func distance<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let same = a[i] == b[j] ? 0 : 1
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + same)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
