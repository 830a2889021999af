package import CanonicalJSON
import CivilTime
package import Postgres

/// The ways into the log. Each is one round trip, and a second where the log refuses or repeats.
package enum LogWriter {
  /// Appends a command's events.
  /// - Throws: `AppendError`; `PostgresError`, of which `.outcomeUnknown` says that the events may
  ///   have been saved: repeating with the same command id is safe.
  package static func append(_ request: AppendRequest, in session: Session) throws -> AppendResult {
    try callingLog(request.department, request.commandID) {
      // Within a transaction a refusal by a key would end it.
      guard !session.isInTransaction, let query = queryOfOne(request) else {
        return try append(request, queryOfMany(request), in: session)
      }
      do {
        return try append(request, query, in: session)
      } catch let error as PostgresError where error.serverError?.sqlState == .uniqueViolation {
        return try append(request, queryOfMany(request), in: session)
      }
    }
  }

  private static func append(
    _ request: AppendRequest, _ query: Query, in session: Session
  ) throws -> AppendResult {
    let result = try session.first(query, prepared: true) { row in
      AppendResult(
        department: request.department, positions: try row.int(0)...row.int(1),
        recordedAt: try recordedAt(row), repeated: try row.bool(3))
    }
    guard let result else { throw PostgresError.misuse("log.append answered nothing") }
    return result
  }

  /// What a command appended, should its id be in the log already.
  /// - Throws: `AppendError.commandReused` when it stands with other content.
  package static func firstResult(
    of commandID: CommandID, content: JSON, in department: String, session: Session
  ) throws -> AppendResult? {
    let query: Query = """
      SELECT first_position, last_position, log.timestamp_text(recorded_at)
      FROM log.first_result(\(department), \(commandID.rawValue)::uuid, \(content.canonical))
      """
    return try callingLog(department, commandID) {
      try session.first(query, prepared: true) { row in
        AppendResult(
          department: department, positions: try row.int(0)...row.int(1),
          recordedAt: try recordedAt(row), repeated: true)
      }
    }
  }

  /// Opens a department's log; answers false when it was open already.
  @discardableResult
  package static func createDepartment(
    _ code: String, head: Bool, in session: Session
  ) throws -> Bool {
    try callingLog(code) {
      try session.first("SELECT log.create_department(\(code), \(head))") { try $0.bool(0) }
    } ?? false
  }

  /// Nil when the command is more than one event of one stream. A known command or a stale version
  /// is a `uniqueViolation` to it.
  private static func queryOfOne(_ request: AppendRequest) -> Query? {
    guard let event = request.events.first, request.events.count == 1,
      request.expected.count == 1, let version = request.expected[event.stream]
    else { return nil }
    return """
      SELECT first_position, last_position, log.timestamp_text(recorded), repeated
      FROM log.append_one(\(request.department), \(request.commandID.rawValue)::uuid,
        \(request.content.canonical), \(event.stream), \(version)::bigint, \(event.type),
        \(event.schemaVersion)::smallint, \(event.occurredAt.description)::timestamptz,
        \(event.payload.canonical), \(request.causation), \(request.correlation)::uuid)
      """
  }

  private static func queryOfMany(_ request: AppendRequest) -> Query {
    let streams = request.expected.keys.sorted()
    let events = request.events
    return """
      SELECT first_position, last_position, log.timestamp_text(recorded), repeated
      FROM log.append(\(request.department), \(request.commandID.rawValue)::uuid,
        \(request.content.canonical), \(streams)::text[],
        \(streams.map { request.expected[$0]! })::bigint[], \(events.map(\.stream))::text[],
        \(events.map(\.type))::text[], \(events.map(\.schemaVersion))::smallint[],
        \(events.map(\.occurredAt.description))::timestamptz[],
        \(events.map(\.payload.canonical))::text[],
        \(request.causation), \(request.correlation)::uuid)
      """
  }

  /// The log's own spelling, which no setting of the session changes.
  static func recordedAt(_ row: borrowing Row) throws -> Instant {
    let text = try row.text(2)
    guard let instant = Instant(rfc3339: text) else {
      throw PostgresError.misuse("\(text) is no instant of the log")
    }
    return instant
  }
}
