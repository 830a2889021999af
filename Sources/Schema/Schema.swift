/// The SQL files that the binary carries, kept by how durable they are.
package enum Schema {
  package struct File: Sendable, Equatable {
    /// Below `schema/`, such as `functions/append.sql`.
    package let path: String
    package let sql: String
  }

  /// Which migrations were applied; before them, each time.
  package static let ledger = files(in: "ledger")

  /// Numbered, checksummed, never edited; in order.
  package static let migrations = files(in: "migrations")

  /// Dropped and made again by `migrate`, in order: functions before the views
  /// and privileges that name them.
  package static let definitions =
    files(in: "functions") + files(in: "views") + files(in: "privileges")

  /// Tables, indexes and views of one version of the read models. They name no
  /// schema: `search_path` says into which they are made.
  package static let readModels = files(in: "read_models")

  /// The star schema for business intelligence: views over the read models that `search_path` names, and
  /// what it keeps of its own; everything may be there.
  package static let star = files(in: "bi")

  /// Which version of the read models is in use; before they are built, each time.
  package static let pointer = files(in: "pointer")

  private static func files(in folder: String) -> [File] {
    embeddedFiles.filter { $0.path.hasPrefix("\(folder)/") }.map {
      File(path: $0.path, sql: $0.text)
    }
  }
}
