package import EventLog
package import Postgres

/// What a database says of itself.
package struct DatabaseState: Sendable {
  package let version: String?
  package let bytes: Int?
  package let schema: SchemaState
  /// Nil, as what follows is empty, where the schema is missing.
  package private(set) var departments: Int?
  package private(set) var events: Int?
  /// Logs whose last event lies in the server's future.
  package private(set) var clockLeads: [ClockLead] = []

  package init(of session: Session) throws {
    version = try session.first("SHOW server_version") { try $0.text(0) }
    bytes = try session.first("SELECT pg_database_size(current_database())") { try $0.int(0) }
    schema = try ProgramSchema.applier.state(session)
    guard schema != .missing else { return }
    let heads = try LogReader.departments(in: session)
    departments = heads.count
    events = heads.values.reduce(0, +)
    clockLeads = try ClockLead.all(in: session)
  }
}
