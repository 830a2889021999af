/// One file of SQL that makes part of the schema.
package struct SchemaFile: Sendable, Equatable {
  package let name: String
  package let sql: String

  package init(name: String, sql: String) {
    self.name = name
    self.sql = sql
  }
}

/// What is wrong between a database's schema and this program's.
package enum SchemaError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A migration that was applied here differs from the one of this program.
  case migrationEdited(name: String)
  /// The database has migrations that this program doesn't know.
  case newerThanBinary(applied: Int, known: Int)
  /// A file could not be applied; nothing was changed.
  case fileFailed(name: String, ServerError)

  package var description: String {
    switch self {
    case .migrationEdited(let name):
      """
      migration \(name) was applied to this database with other content; nothing was changed.
        Use the release that applied it: an applied migration is never edited.
      """
    case .newerThanBinary(let applied, let known):
      """
      the database is at migration \(applied), and this pdca knows \(known).
        Install the newer pdca.
      """
    case .fileFailed(let name, let error):
      "\(name) could not be applied; nothing was changed: \(error)"
    }
  }
}

package enum SchemaState: Sendable, Equatable {
  /// Nothing was ever applied.
  case missing
  case current
  /// Older than this program: migrate.
  case outdated
  /// Newer than this program, which must not write.
  case newer
}
