package import Postgres

extension LogWriter {
  /// Appends that an event which can't be applied is passed over from now on; in READ COMMITTED.
  /// - Throws: `AppendError.notExcludable`, `.forbidden`
  package static func setAside(
    position: Int, of department: String, because reason: String, commandID: CommandID,
    in session: Session
  ) throws -> AppendResult {
    try callingLog(department, commandID) {
      let result = try session.first(
        """
        SELECT p, p FROM log.set_aside(\(department), \(position)::bigint, \(reason),
          \(commandID.rawValue)::uuid) p
        """
      ) { row in
        AppendResult(
          department: department, positions: try row.int(0)...row.int(1), repeated: false)
      }
      guard let result else { throw PostgresError.misuse("log.set_aside answered nothing") }
      return result
    }
  }
}

/// An event that an administrator set aside.
package struct ExcludedEvent: Sendable, Equatable {
  package var department: String
  package var position: Int
  package var type: String
  /// Of the event that says so.
  package var saidAt: Int
  package var reason: String

  /// `SALES@120`
  package var reference: String { "\(department)@\(position)" }
}

extension LogReader {
  /// Positions of a department's events that were set aside. They are few: a look into the key of the
  /// stream `exclusions`.
  package static func setAside(of department: String, in session: Session) throws -> Set<Int> {
    Set(try excluded(of: department, in: session).map(\.position))
  }

  /// The events that were set aside, by department and position.
  /// - Parameter department: nil for all.
  package static func excluded(
    of department: String? = nil, in session: Session
  ) throws -> [ExcludedEvent] {
    try session.query(
      """
      SELECT e.department, (e.payload ->> 'position')::bigint, e.payload ->> 'type', e."position",
        e.payload ->> 'reason'
      FROM log.department d JOIN log.event e ON e.department = d.department
      WHERE d.department = coalesce(\(department)::text, d.department)
        AND e.stream = 'exclusions' AND e.type = 'EventSetAside'
      ORDER BY 1, 2
      """
    ) { row in
      ExcludedEvent(
        department: try row.text(0), position: try row.int(1), type: try row.text(2),
        saidAt: try row.int(3), reason: try row.text(4))
    }
  }
}
