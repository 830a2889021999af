package import Postgres
import Schema

/// This program's schema, applied to databases.
package enum ProgramSchema {
  package static let applier = SchemaApplier(
    ledger: Schema.ledger.map { SchemaFile(name: $0.path, sql: $0.sql) },
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

/// Roles that work with the logs.
package enum LogRoles {
  /// Makes the groups that privileges and policies named before each database had its own: a backup of
  /// that time is restored with them, and the migration that follows lets them go.
  package static func makeFormer(_ session: Session) throws {
    for role in ["pdca_member", "pdca_administrator", "pdca_sender"] {
      try session.executeScript(
        "DO $$ BEGIN CREATE ROLE \(role) NOLOGIN; EXCEPTION WHEN duplicate_object THEN END $$")
    }
  }

  /// Lets a role work with the logs.
  package static func permit(_ role: String, _ session: Session) throws {
    try session.execute("SELECT log.let_in(\(role)::name)")
  }

  /// Lets a role keep them, too.
  package static func permitAdministration(_ role: String, _ session: Session) throws {
    try permit(role, session)
    let group = try session.first("SELECT log.group_of('administrator')::text") { try $0.text(0) }
    guard let group else { return }
    try session.execute("GRANT \(identifier: group) TO \(identifier: role)")
  }
}
