package import Postgres

/// A lesson with how alike it is to what was looked for.
package struct LessonMatch: Sendable, Equatable {
  package var lesson: LessonRow
  /// The share of the text's bigrams that the lesson has, rarer ones weighing more: above 0, up to 1.
  package var score: Double
}

/// Finds lessons by the pairs of characters they share with a text, in Japanese as in English.
package enum LessonSearch {
  /// The score from which on a lesson is like the text. Pairs of Latin letters are few and common:
  /// unrelated English texts share two fifths of theirs.
  package static func likeness(to text: String) -> Double {
    text.utf8.count(where: { $0 < 0x80 }) * 2 > text.utf8.count ? 0.5 : 0.2
  }

  /// Lessons that are not retired, the most alike first. A single character finds what has a word
  /// that holds it before another.
  package static func similar(
    to text: String, limit: Int, in session: Session
  ) throws -> [LessonMatch] {
    let grams = Bigrams.of([text])
    guard !grams.isEmpty else { return [] }
    return try session.query(similarity(grams, limit)) { row in
      LessonMatch(lesson: try LessonRow(row), score: try row.double("score"))
    }
  }

  /// A bigram in n of N lessons weighs ln(1 + N / n): the inverse document frequency of Spärck
  /// Jones (1972). One that is in no lesson weighs as if in one.
  private static func similarity(_ grams: [String], _ limit: Int) -> Query {
    """
    WITH total AS (SELECT count(*)::float8 AS lessons FROM lesson WHERE status <> 'retired'),
    asked AS (
      SELECT gram, array_agg(found) AS found
      FROM unnest(\(grams)::text[]) AS gram
      LEFT JOIN LATERAL (
        SELECT DISTINCT b AS found FROM lesson l, unnest(l.bigrams) AS b
        WHERE char_length(gram) = 1 AND starts_with(b, gram)
        UNION
        SELECT gram
      ) s ON true
      GROUP BY gram
    ),
    weighed AS (
      SELECT a.found, ln(1 + t.lessons / greatest(1, (
        SELECT count(*) FROM lesson l WHERE l.bigrams && a.found AND l.status <> 'retired'
      ))) AS weight
      FROM asked a, total t
    )
    SELECT \(LessonRow.self, of: "l"), m.score
    FROM (
      SELECT l.department, l.number,
        sum(w.weight) / (SELECT sum(weight) FROM weighed) AS score
      FROM weighed w JOIN lesson l ON l.bigrams && w.found AND l.status <> 'retired'
      GROUP BY l.department, l.number
    ) m
    JOIN lesson l ON l.department = m.department AND l.number = m.number
    ORDER BY m.score DESC, l.department, l.number LIMIT \(limit)
    """
  }
}
