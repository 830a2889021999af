package import CanonicalJSON
package import CivilTime
package import Postgres

/// One command of one event, among many for the same stream.
package struct BatchEntry: Sendable {
  package var commandID: CommandID
  package var content: JSON
  package var type: String
  package var schemaVersion: Int
  package var occurredAt: Instant
  package var payload: JSON

  package init(
    commandID: CommandID, content: JSON, type: String, schemaVersion: Int, occurredAt: Instant,
    payload: JSON
  ) {
    self.commandID = commandID
    self.content = content
    self.type = type
    self.schemaVersion = schemaVersion
    self.occurredAt = occurredAt
    self.payload = payload
  }
}

extension LogWriter {
  /// Appends entries, none of whose ids is in the log, to one stream at the version given.
  package static func appendBatch(
    _ entries: [BatchEntry], to stream: String, at version: Int, of department: String,
    in session: Session
  ) throws -> AppendResult {
    let query: Query = """
      SELECT first_position, last_position, recorded
      FROM log.append_batch(\(department), \(stream), \(version)::bigint,
        \(entries.map(\.commandID.rawValue))::uuid[], \(entries.map(\.content.canonical))::text[],
        \(entries.map(\.type))::text[], \(entries.map(\.schemaVersion))::smallint[],
        \(entries.map(\.occurredAt.description))::timestamptz[],
        \(entries.map(\.payload.canonical))::text[])
      """
    return try callingLog(department) {
      let result = try session.first(query, prepared: true) { row in
        AppendResult(
          department: department, positions: try row.int(0)...row.int(1),
          recordedAt: try row.instant(2), repeated: false)
      }
      guard let result else { throw PostgresError.misuse("log.append_batch answered nothing") }
      return result
    }
  }

  /// Those of the ids that stand in the department's log.
  package static func known(
    _ ids: [CommandID], in department: String, session: Session
  ) throws -> Set<CommandID> {
    let query: Query = """
      SELECT e.command_id::text FROM log.event e
      WHERE e.department = \(department) AND e.ordinal = 0
        AND e.command_id = ANY(\(ids.map(\.rawValue))::uuid[])
      """
    return Set(
      try session.query(query, prepared: true) { try $0.text(0) }.compactMap(CommandID.init))
  }
}
