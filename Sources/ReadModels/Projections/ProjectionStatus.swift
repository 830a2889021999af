import EventLog
package import Postgres

/// How a projection stands against the logs.
package struct ProjectionStatus: Sendable, Equatable {
  package var name: String
  package var version: Int
  package var description: String
  package var departments: Int
  /// Events of all departments that it hasn't taken in.
  package var lagEvents: Int
  /// Seconds since the oldest of them was recorded; 0 without any.
  package var lagSeconds: Double
  package var stopped: [StoppedProjection]
}

/// A projection that an event of one department stopped.
package struct StoppedProjection: Sendable, Equatable {
  package var projection: String
  package var department: String
  /// The event that could not be taken in, and its type.
  package var position: Int
  package var type: String
  package var error: String

  /// `SALES@120`.
  package var event: String { "\(department)@\(position)" }
}

extension ProjectionStatus {
  /// All projections, as they stand: nothing is caught up before.
  package static func all(in session: Session) throws -> [ProjectionStatus] {
    try session.transaction(isolation: .repeatableRead, readOnly: true) { session in
      try ReadSchema.enter(session)
      let stopped = try StoppedProjection.all(in: session)
      let lags = try lags(in: session)
      return ProjectionModule.all.compactMap { module in
        lags[module.name].map { lag in
          ProjectionStatus(
            name: module.name, version: module.version, description: module.description,
            departments: lag.departments, lagEvents: lag.events, lagSeconds: lag.seconds,
            stopped: stopped.filter { $0.projection == module.name })
        }
      }
    }
  }

  private static func lags(
    in session: Session
  ) throws -> [String: (departments: Int, events: Int, seconds: Double)] {
    let rows = try session.query(
      """
      WITH heads AS MATERIALIZED (SELECT h.department, coalesce(h.head, 0) AS head FROM log.heads() h)
      SELECT m.name, count(h.department), coalesce(sum(h.head - coalesce(c."position", 0)), 0)::bigint,
        coalesce(max(CASE WHEN h.head > coalesce(c."position", 0) THEN extract(epoch FROM
          clock_timestamp() - log.recorded_at(h.department, coalesce(c."position", 0) + 1)) END), 0)::float8
      FROM unnest(\(ProjectionModule.all.map(\.name))::text[]) m(name)
      LEFT JOIN heads h ON true
      LEFT JOIN checkpoint c ON c.department = h.department AND c.projection = m.name
      GROUP BY m.name
      """
    ) { row in (try row.text(0), (try row.int(1), try row.int(2), try row.double(3))) }
    return Dictionary(
      uniqueKeysWithValues: rows.map { name, lag in
        (name, (departments: lag.0, events: lag.1, seconds: lag.2))
      })
  }
}

extension StoppedProjection {
  /// In the open transaction, which has entered the read models.
  static func all(in session: Session) throws -> [StoppedProjection] {
    try session.query(query) { try StoppedProjection($0) }
  }

  /// Answers them as `init(_:)` reads them.
  static let query: Query = """
    SELECT c.projection, c.department, c.failed_position,
      coalesce(log.type_at(c.department, c.failed_position), ''), coalesce(c.error, '')
    FROM checkpoint c
    WHERE c.failed_position IS NOT NULL ORDER BY c.department, c.failed_position, c.projection
    """

  init(_ row: borrowing Row) throws {
    self.init(
      projection: try row.text(0), department: try row.text(1), position: try row.int(2),
      type: try row.text(3), error: try row.text(4))
  }
}
