package import Postgres

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
    to text: String, limit: Int, in session: Session
  ) throws -> [LessonMatch] {
    let terms = SearchTerms.of([text])
    guard !terms.isEmpty else { return [] }
    return try session.query(similarity(terms, limit)) { row in
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
