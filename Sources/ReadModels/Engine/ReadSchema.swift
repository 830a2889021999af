package import Postgres
import Schema

/// The versioned schemas `read_N` that hold the read models, and the one-row pointer to the
/// one in use.
package enum ReadSchema {
  /// Lets the open transaction's queries find the read models that are in use.
  /// - Throws: `ProjectionError.notBuilt` before the first `ensure`;
  ///   `ProjectionError.builtOtherwise` for those of another version of this program.
  package static func enter(_ session: Session) throws {
    if try session.execute(entering) == 0 { throw try refusal(in: session) }
  }

  /// Builds the read models where there are none, and anew where their tables, views or
  /// projections changed, on this one connection. Answers whether it built. For the schema's
  /// owner; see ``Rebuild`` for several connections.
  @discardableResult
  package static func ensure(_ session: Session) throws -> Bool {
    try BuilderLock.held(in: session) {
      guard let build = try SchemaBuild.begin(always: false, session) else { return false }
      do {
        let folded = try SchemaBuild.departments(session).map { department in
          try build.fold(department.code, upTo: department.end, in: session)
        }
        for work in build.indexing { try work(session) }
        try build.publish(folded, in: session)
      } catch {
        build.abandon(session)
        throw error
      }
      try FormerSchemas.drop(session)
      return true
    }
  }

  /// Makes the tables and views in the first schema of `search_path`.
  package static func makeTables(_ session: Session) throws {
    for file in Schema.readModels { try session.executeScript(file.sql) }
  }
}
