import Glibc

/// How alike texts are by the terms that they share: words in English, pairs of characters in Japanese.
///
/// A term in n of N texts weighs ln(1 + N / n), the inverse document frequency of Spärck Jones (1972);
/// one that is in no text weighs as if in one. As `LessonSearch` does in the database.
package struct TermLikeness: Sendable {
  private let terms: [Set<String>]
  private let frequency: [String: Int]

  /// - Parameter texts: the texts of each of the things that are compared.
  package init(_ texts: [[String]]) {
    terms = texts.map { Set(SearchTerms.of($0)) }
    frequency = terms.reduce(into: [:]) { counts, terms in
      for term in terms { counts[term, default: 0] += 1 }
    }
  }

  /// The share of the asked terms that the thing at the index has, by weight; 0…1.
  package func score(_ asked: [String], _ index: Int) -> Double {
    var (shared, whole) = (0.0, 0.0)
    for term in asked {
      let weight = log(1 + Double(terms.count) / Double(max(1, frequency[term] ?? 0)))
      whole += weight
      if terms[index].contains(term) { shared += weight }
    }
    return whole > 0 ? shared / whole : 0
  }
}
