import Postgres

/// What a view or a column of the star schema means: a row of `bi.dictionary`.
package struct StarEntry: Sendable, Equatable {
  package let entity: String
  /// Nil for the view itself.
  package let column: String?
  /// Of a column; nil for the view itself.
  package let type: String?
  /// Of a view `dimension`, `fact`, `flat` or `reference`; of a column `key`, `reference`, `date`,
  /// `attribute` or `measure`. Nil where the dictionary lacks words, as are those.
  package let role: String?
  package let label: Words?
  package let definition: Words?
  /// Of a measure.
  package let unit: String?
  /// The dimension whose key the column holds.
  package let refersTo: String?

  package struct Words: Sendable, Equatable {
    package let english: String
    package let japanese: String
  }

  /// All of them: by view, each first itself and then its columns in their order.
  package static func all(in view: View) throws -> [StarEntry] {
    try view.query(
      """
      SELECT entity, column_name, type, role, label_en, label_ja, definition_en, definition_ja,
        unit, refers_to
      FROM bi.dictionary
      ORDER BY entity, place
      """
    ) { row in
      StarEntry(
        entity: try row.text(0), column: try row.textIfPresent(1), type: try row.textIfPresent(2),
        role: try row.textIfPresent(3),
        label: words(try row.textIfPresent(4), try row.textIfPresent(5)),
        definition: words(try row.textIfPresent(6), try row.textIfPresent(7)),
        unit: try row.textIfPresent(8), refersTo: try row.textIfPresent(9))
    }
  }

  private static func words(_ english: String?, _ japanese: String?) -> Words? {
    guard let english, let japanese else { return nil }
    return Words(english: english, japanese: japanese)
  }
}
