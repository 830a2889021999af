package import CanonicalJSON
import CivilTime
import Crypto
package import Postgres

/// The ways into the log. Each is one round trip, and a second where the log refuses or repeats.
package enum LogWriter {
  /// Appends a command's events.
  /// - Throws: `AppendError`; `PostgresError`, of which `.outcomeUnknown` says that the events may
  ///   have been saved: repeating with the same command id is safe.
  package static func append(_ request: AppendRequest, in session: Session) throws -> AppendResult {
    try callingLog(request.department, request.commandID) {
      try appendOne(request, in: session) ?? appendMany(request, in: session)
    }
  }

  /// The common command's way in. Nil when that isn't open to the command, or it is known or stale,
  /// of which the other way tells more. A key's refusal would end a transaction, so there is none.
  private static func appendOne(
    _ request: AppendRequest, in session: Session
  ) throws -> AppendResult? {
    guard !session.isInTransaction, let query = queryOfOne(request) else { return nil }
    do {
      let position = try session.first(query, prepared: true) { try $0.intIfPresent(0) }
      return (position ?? nil).map {
        AppendResult(department: request.department, positions: $0...$0, repeated: false)
      }
    } catch let error as PostgresError where error.serverError?.sqlState == .uniqueViolation {
      return nil
    }
  }

  private static func appendMany(
    _ request: AppendRequest, in session: Session
  ) throws -> AppendResult {
    let result = try session.first(queryOfMany(request), prepared: true) { row in
      AppendResult(
        department: request.department, positions: try row.int(0)...row.int(1),
        repeated: try row.bool(2))
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
      SELECT first_position, last_position
      FROM log.first_result(\(department), \(commandID.rawValue)::uuid, \(content.canonical))
      """
    return try callingLog(department, commandID) {
      try session.first(query, prepared: true) { row in
        AppendResult(
          department: department, positions: try row.int(0)...row.int(1), repeated: true)
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

  /// A program that acts as the person, and says so in each line: `log.door` reads the session's name.
  package enum Door: String, Sendable {
    case assistant = "pdca assistant"
  }

  /// What the session appends from now on bears the door.
  package static func enter(through door: Door, in session: Session) throws {
    try session.execute("SELECT set_config('application_name', \(door.rawValue), false)")
  }

  /// Nil when the command is more than one event of one stream, or says what it came of.
  private static func queryOfOne(_ request: AppendRequest) -> Query? {
    guard let event = request.events.first, request.events.count == 1,
      request.expected.count == 1, let version = request.expected[event.stream],
      version < Int.max, request.causation == nil, request.correlation == nil
    else { return nil }
    let salt = RandomBytes.make(16)
    return """
      SELECT log.append_one(\(request.department), \(request.commandID.rawValue)::uuid, \(salt),
        \(digest(of: request.content, salt)), \(event.stream), \(version + 1)::bigint, \(event.type),
        \(event.schemaVersion)::smallint, \(event.occurredAt.description)::timestamptz,
        \(event.payload.canonical)::pg_catalog.json)
      """
  }

  /// SHA-256(salt ‖ content), by which a repeated command is told from another under its id.
  private static func digest(of content: JSON, _ salt: [UInt8]) -> [UInt8] {
    SHA256.hash(data: salt + Array(content.canonical.utf8)).withUnsafeBytes { Array($0) }
  }

  private static func queryOfMany(_ request: AppendRequest) -> Query {
    let streams = request.expected.keys.sorted()
    let events = request.events
    return """
      SELECT first_position, last_position, repeated
      FROM log.append(\(request.department), \(request.commandID.rawValue)::uuid,
        \(request.content.canonical), \(streams)::text[],
        \(streams.map { request.expected[$0]! })::bigint[], \(events.map(\.stream))::text[],
        \(events.map(\.type))::text[], \(events.map(\.schemaVersion))::smallint[],
        \(events.map(\.occurredAt.description))::timestamptz[],
        \(events.map(\.payload.canonical))::text[],
        \(request.causation), \(request.correlation)::uuid)
      """
  }
}
