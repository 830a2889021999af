package import Postgres

/// Reading the log, in order. A reader that has seen position n has seen all before it.
package enum LogReader {
  /// Events of one department after a position.
  package static func events(
    of department: String, after position: Int, limit: Int, in session: Session
  ) throws -> [RecordedEvent] {
    try read(
      """
      SELECT \(unescaped: columns) FROM log.event e
      WHERE e.department = \(department) AND e."position" > \(position)
      ORDER BY e."position" LIMIT \(limit)
      """, in: session)
  }

  /// The same, to be sent with other queries; its rows are read by `event`.
  /// - Parameter position: SQL that answers the position, where `$1` is the department.
  package static func events(
    of department: String, afterSQL position: String, limit: Int
  ) -> Query {
    """
    SELECT \(unescaped: columns) FROM log.event e
    WHERE e.department = \(department) AND e."position" > (\(unescaped: position))
    ORDER BY e."position" LIMIT \(limit)
    """
  }

  /// One stream's events, those of the given types left out, with the stream's version.
  package static func stream(
    _ stream: String, of department: String, except types: Set<String> = [], in session: Session
  ) throws -> (events: [RecordedEvent], version: Int) {
    let version = try version(of: stream, in: department, session: session)
    guard version > 0 else { return ([], 0) }
    let events = try read(
      """
      SELECT \(unescaped: columns) FROM log.event e
      WHERE e.department = \(department) AND e.stream = \(stream)
        AND e.stream_version <= \(version)
        AND e.type <> ALL(\(types.sorted())::text[])
      ORDER BY e.stream_version
      """, in: session)
    return (events, version)
  }

  /// The same, and whether a command's id is in the department's log, from one statement.
  package static func stream(
    _ stream: String, of department: String, except types: Set<String>, knowing command: CommandID,
    in session: Session
  ) throws -> (events: [RecordedEvent], version: Int, isKnown: Bool) {
    var (version, isKnown) = (0, false)
    let events = try session.query(
      """
      SELECT \(unescaped: columns), coalesce(s.version, 0), EXISTS (
        SELECT 1 FROM log.event k
        WHERE k.department = \(department) AND k.command_id = \(command.rawValue)::uuid)
      FROM (VALUES (1)) v
      LEFT JOIN LATERAL (
        SELECT l.stream_version AS version FROM log.event l
        WHERE l.department = \(department) AND l.stream = \(stream)
        ORDER BY l.stream_version DESC LIMIT 1) s ON true
      LEFT JOIN log.event e ON e.department = \(department) AND e.stream = \(stream)
        AND e.type <> ALL(\(types.sorted())::text[])
      ORDER BY e.stream_version
      """, prepared: true
    ) { row -> RecordedEvent? in
      (version, isKnown) = (try row.int(15), try row.bool(16))
      return try row.textIfPresent(0) == nil ? nil : try event(row)
    }
    return (events.compactMap(\.self), version, isKnown)
  }

  /// The number of events in a stream, 0 when it has not begun.
  package static func version(
    of stream: String, in department: String, session: Session
  ) throws -> Int {
    try session.first(
      """
      SELECT e.stream_version FROM log.event e
      WHERE e.department = \(department) AND e.stream = \(stream)
      ORDER BY e.stream_version DESC LIMIT 1
      """, prepared: true
    ) { try $0.int(0) } ?? 0
  }

  /// The last position of one department, 0 without events.
  package static func end(of department: String, in session: Session) throws -> Int {
    try session.first(
      "SELECT log.head(\(department))", prepared: true
    ) { try $0.intIfPresent(0) }?.flatMap(\.self) ?? 0
  }

  /// The head position of each department, 0 for one without events.
  package static func departments(in session: Session) throws -> [String: Int] {
    let rows = try session.query(
      "SELECT h.department, coalesce(h.head, 0) FROM log.heads() h", prepared: true
    ) { (try $0.text(0), try $0.int(1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// The head department's code, nil before `init`.
  package static func head(in session: Session) throws -> String? {
    try session.first("SELECT h FROM log.head_department() h WHERE h IS NOT NULL", prepared: true) {
      try $0.text(0)
    }
  }

  static func read(_ query: Query, in session: Session) throws -> [RecordedEvent] {
    try session.query(query, prepared: true) { row in try event(row) }
  }

  static let columns = """
    e.department, e."position", e.stream, e.stream_version, e.type, e.schema_version,
    e.command_id, e.ordinal, e.causation, e.correlation, e.actor,
    e.occurred_at, e.recorded_at, e.payload, e.door
    """

  package static func event(_ row: borrowing Row) throws -> RecordedEvent {
    RecordedEvent(
      department: try row.text(0), position: try row.int(1), stream: try row.text(2),
      streamVersion: try row.int(3), type: try row.text(4), schemaVersion: try row.int(5),
      commandID: try row.text(6), ordinal: try row.int(7), causation: try row.textIfPresent(8),
      correlation: try row.textIfPresent(9), actor: try row.text(10),
      occurredAt: try row.instant(11), recordedAt: try row.instant(12), payload: try row.text(13),
      door: try row.textIfPresent(14))
  }
}
