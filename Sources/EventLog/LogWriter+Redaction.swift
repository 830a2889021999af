package import CanonicalJSON
package import Postgres

extension LogWriter {
  /// Erases an event's texts and salt, and appends the event that says so; in READ COMMITTED and
  /// outside savepoints.
  /// - Parameter payload: the event's payload, texts replaced by a marker.
  /// - Throws: `AppendError.notRedactable`, `.forbidden`
  package static func redact(
    position: Int, of department: String, leaving payload: JSON, reason: String,
    commandID: CommandID, in session: Session
  ) throws -> AppendResult {
    try callingLog(department, commandID) {
      let result = try session.first(
        """
        SELECT redaction, redaction
        FROM log.redact(\(department), \(position)::bigint, \(payload.canonical), \(reason),
          \(commandID.rawValue)::uuid)
        """
      ) { row in
        AppendResult(
          department: department, positions: try row.int(0)...row.int(1), repeated: false)
      }
      guard let result else { throw PostgresError.misuse("log.redact answered nothing") }
      return result
    }
  }
}

extension LogReader {
  /// Positions whose texts were erased, each with the position of the event that says so. What was
  /// reported from such an event differs from what a report says now.
  /// - Parameter position: only redactions recorded after this one, 0 for all.
  package static func redactions(
    of department: String, after position: Int = 0, in session: Session
  ) throws -> [Int: Int] {
    let rows = try session.query(
      """
      SELECT (e.payload -> 'envelope' ->> 'position')::bigint, e."position" FROM log.event e
      WHERE e.department = \(department) AND e.stream = 'redactions'
        AND e."position" > \(position)
      """
    ) { (try $0.int(0), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }
}
