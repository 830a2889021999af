package import CanonicalJSON
package import CivilTime
package import Postgres

/// One command of one event, among many for the same stream.
package struct BatchEntry: Sendable {
  package var commandID: CommandID
  /// RFC 8785 text.
  package var content: String
  package var type: String
  package var schemaVersion: Int
  package var occurredAt: Instant
  package var payload: JSON

  package init(
    commandID: CommandID, content: String, type: String, schemaVersion: Int, occurredAt: Instant,
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
  @discardableResult
  package static func appendBatch(
    _ entries: [BatchEntry], to stream: String, at version: Int, of department: String,
    in session: Session
  ) throws -> AppendResult {
    let query: Query = """
      SELECT first_position, last_position
      FROM log.append_batch(\(department), \(stream), \(version)::bigint,
        \(entries.map(\.commandID.rawValue))::uuid[], \(entries.map(\.content))::text[],
        \(entries.map(\.type))::text[], \(entries.map(\.schemaVersion))::smallint[],
        \(entries.map(\.occurredAt.description))::timestamptz[],
        \(entries.map(\.payload.canonical))::text[])
      """
    return try callingLog(department) {
      let result = try session.first(query, prepared: true) { row in
        AppendResult(
          department: department, positions: try row.int(0)...row.int(1), repeated: false)
      }
      guard let result else { throw PostgresError.misuse("log.append_batch answered nothing") }
      return result
    }
  }
}

extension LogWriter {
  /// Identities made from what entries say, so that the same entry has the same one whenever it
  /// comes, each with whether it is in the department's log already.
  /// - Parameter texts: what tells the entries apart, in order.
  package static func identities(
    of texts: [String], in department: String, session: Session
  ) throws -> [(id: CommandID, isKnown: Bool)] {
    try session.query(
      """
      SELECT i.id, EXISTS (
        SELECT 1 FROM log.event e WHERE e.department = \(department) AND e.command_id = i.id)
      FROM (
        SELECT t.place,
          encode(substring(sha256(convert_to(t.text, 'UTF8')) FOR 16), 'hex')::uuid AS id
        FROM unnest(\(texts)::text[]) WITH ORDINALITY t(text, place)) i
      ORDER BY i.place
      """, prepared: true
    ) { row in
      let text = try row.text(0)
      guard let id = CommandID(text) else { throw PostgresError.misuse("\(text) is no UUID") }
      return (id, try row.bool(1))
    }
  }

  /// The stream that a command's first event went to; nil when its id is not in the log.
  package static func stream(
    of commandID: CommandID, in department: String, session: Session
  ) throws -> String? {
    try session.first(
      """
      SELECT e.stream FROM log.event e
      WHERE e.department = \(department) AND e.command_id = \(commandID.rawValue)::uuid
        AND e.ordinal = 0
      """, prepared: true
    ) { try $0.text(0) }
  }
}
