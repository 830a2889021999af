import Postgres

/// A lesson with how alike it is to what was looked for.
package struct LessonMatch: Sendable, Equatable {
  package var lesson: LessonRow
  /// The share of the text's terms that the lesson has, rarer ones weighing more: above 0, up to 1.
  package var score: Double
}

/// Finds lessons by what they share with a text: words in English, pairs of characters in Japanese.
package enum LessonSearch {
  /// The score from which on a lesson is like a text.
  package static let likeness = 0.2

  /// Lessons that are not retired, the most alike first. A single character finds what has a word
  /// that holds it before another; a word of four letters or more finds its longer and shorter
  /// forms, such as the plural.
  package static func similar(
    to text: String, limit: Int, in view: View
  ) throws -> [LessonMatch] {
    let terms = SearchTerms.of([text])
    guard !terms.isEmpty else { return [] }
    return try view.query(similarity(terms, limit)) { row in
      LessonMatch(lesson: try LessonRow(row), score: try row.double("score"))
    }
  }

  /// A term in n of N lessons weighs ln(1 + N / n): the inverse document frequency of Spärck
  /// Jones (1972). One that is in no lesson weighs as if in one.
  private static func similarity(_ terms: [String], _ limit: Int) -> Query {
    """
    WITH total AS (SELECT count(*)::float8 AS lessons FROM lesson WHERE status <> 'retired'),
    vocabulary AS MATERIALIZED (
      SELECT DISTINCT b AS word FROM lesson l, unnest(l.terms) AS b
      WHERE char_length(b) = 1 OR char_length(b) >= 4 OR EXISTS (
        SELECT FROM unnest(\(terms)::text[]) AS term WHERE char_length(term) = 1)
    ),
    asked AS (
      SELECT term, array_agg(found) AS found
      FROM unnest(\(terms)::text[]) AS term
      LEFT JOIN LATERAL (
        SELECT word AS found FROM vocabulary
        WHERE char_length(term) = 1 AND starts_with(word, term)
          OR char_length(term) >= 4 AND char_length(word) >= 4
            AND (starts_with(word, term) OR starts_with(term, word))
            AND abs(char_length(word) - char_length(term)) <= 3
        UNION
        SELECT term
      ) s ON true
      GROUP BY term
    ),
    weighed AS (
      SELECT a.found, ln(1 + t.lessons / greatest(1, (
        SELECT count(*) FROM lesson l WHERE l.terms && a.found AND l.status <> 'retired'
      ))) AS weight
      FROM asked a, total t
    )
    SELECT \(LessonRow.self, of: "l"), m.score
    FROM (
      SELECT l.department, l.number,
        sum(w.weight) / (SELECT sum(weight) FROM weighed) AS score
      FROM weighed w JOIN lesson l ON l.terms && w.found AND l.status <> 'retired'
      GROUP BY l.department, l.number
    ) m
    JOIN lesson l ON l.department = m.department AND l.number = m.number
    ORDER BY m.score DESC, l.department, l.number LIMIT \(limit)
    """
  }
}

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

/// Makes texts that people hold for the same equal: case, full-width Latin letters and digits,
/// half-width katakana with their voicing marks.
enum TextFolding {
  static func scalars(of text: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return folded
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
    switch scalar.value {
    case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
    case 0xFF01...0xFF5E: append(Unicode.Scalar(scalar.value - 0xFEE0)!, to: &folded)
    case 0xFF66...0xFF9D: folded.append(katakana[Int(scalar.value) - 0xFF66])
    case 0xFF9E, 0x3099: voice(&folded, by: 1, scalar)
    case 0xFF9F, 0x309A: voice(&folded, by: 2, scalar)
    case 0..<0x80: folded.append(scalar)
    default: folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  /// U+FF66…U+FF9D in the order of JIS X 0201.
  private static let katakana = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
      .unicodeScalars)

  /// Kana whose next code point is their voiced form.
  private static let voiceable = Set(
    "カキクケコサシスセソタチツテトハヒフヘホかきくけこさしすせそたちつてとはひふへほ".unicodeScalars)
  private static let halfVoiceable = Set("ハヒフヘホはひふへほ".unicodeScalars)

  /// Joins a voicing mark (1) or half-voicing mark (2) to the kana before it.
  private static func voice(
    _ folded: inout [Unicode.Scalar], by step: UInt32, _ mark: Unicode.Scalar
  ) {
    guard let last = folded.last else { return }
    if last == "ウ", step == 1 {
      folded[folded.count - 1] = "ヴ"
    } else if (step == 1 ? voiceable : halfVoiceable).contains(last) {
      folded[folded.count - 1] = Unicode.Scalar(last.value + step)!
    }
  }
}
