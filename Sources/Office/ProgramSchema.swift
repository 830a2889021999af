package import Postgres
import Schema

/// This program's schema, applied to databases.
package enum ProgramSchema {
  package static let applier = SchemaApplier(
    migrations: Schema.migrations.map { SchemaFile(name: $0.path, sql: $0.sql) },
    definitions: Schema.definitions.map { SchemaFile(name: $0.path, sql: $0.sql) })

  /// Refuses to work on a schema of another age.
  package static func require(_ session: Session) throws {
    try require(applier.state(session))
  }

  /// The same from the row that the applier's query of the state answers.
  static func require(_ row: borrowing Row) throws { try require(applier.state(row)) }

  /// Runs what begins with that query. Where it fails for want of a schema, the error says so.
  static func explaining<T>(_ session: Session, _ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as PostgresError where error.serverError != nil {
      if session.isOpen { try require(session) }
      throw error
    }
  }

  private static func require(_ state: SchemaState) throws {
    switch state {
    case .current: return
    case .missing: throw OfficeError.noSchema
    case .outdated: throw OfficeError.outdatedSchema
    case .newer: throw OfficeError.newerSchema
    }
  }
}
