import Domain
import Postgres

/// How far one projection module has come in one department's log.
package struct ProjectionCheckpoint: Sendable, Equatable {
  package var projection: String
  /// The last event taken in; with an error, the one before the event set aside.
  package var position: Int
  /// Why an event could not be taken in; the module stays before it until built anew.
  package var error: String?
  package var failedPosition: Int?

  var isStopped: Bool { failedPosition != nil }
}

extension ProjectionCheckpoint {
  /// How far the read models have come in each department's log, 0 for one without events. Of
  /// modules in the same log the farthest counts: one that stopped says so beside its checkpoint.
  static func positions(in session: Session) throws -> [DepartmentCode: Int] {
    let rows = try session.query(
      """
      SELECT d.department, coalesce(max(c."position"), 0)
      FROM log.departments() d LEFT JOIN checkpoint c ON c.department = d.department
      GROUP BY d.department
      """
    ) { (try $0.text(0), try $0.int(1)) }
    return rows.reduce(into: [:]) { positions, row in
      if let code = DepartmentCode(row.0) { positions[code] = row.1 }
    }
  }

  /// The department's checkpoints in the order of `ProjectionModule.all`, locked.
  static func lock(_ department: String, in session: Session) throws -> [ProjectionCheckpoint] {
    let found = try locked(department, in: session)
    if let all = inOrder(found) { return all }
    try session.execute(
      """
      INSERT INTO checkpoint (projection, department)
      SELECT name, \(department) FROM unnest(\(ProjectionModule.all.map(\.name))::text[]) AS name
      ON CONFLICT DO NOTHING
      """)
    guard let all = inOrder(try locked(department, in: session)) else {
      throw ProjectionError.notBuilt
    }
    return all
  }

  /// The same, or nil when somebody else is at the department.
  static func lockIfFree(_ department: String, in session: Session) throws
    -> [ProjectionCheckpoint]?
  {
    if let all = inOrder(try locked(department, skipLocked: true, in: session)) { return all }
    let known = try session.first(
      "SELECT EXISTS (SELECT FROM checkpoint WHERE department = \(department))"
    ) { try $0.bool(0) }
    return known == true ? nil : try lock(department, in: session)
  }

  private static func locked(
    _ department: String, skipLocked: Bool = false, in session: Session
  ) throws -> [String: ProjectionCheckpoint] {
    let rows = try session.query(locking(department, skipLocked: skipLocked)) {
      try ProjectionCheckpoint($0)
    }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.projection, $0) })
  }

  /// Locks the department's checkpoints and answers them as `init(_:)` reads them.
  static func locking(_ department: String, skipLocked: Bool = false) -> Query {
    """
    SELECT projection, "position", error, failed_position FROM checkpoint
    WHERE department = \(department) ORDER BY projection
    FOR UPDATE \(unescaped: skipLocked ? "SKIP LOCKED" : "")
    """
  }

  init(_ row: borrowing Row) throws {
    self.init(
      projection: try row.text(0), position: try row.int(1), error: try row.textIfPresent(2),
      failedPosition: try row.intIfPresent(3))
  }

  /// In the order of `ProjectionModule.all`; nil when one is missing.
  static func inOrder(_ found: [ProjectionCheckpoint]) -> [ProjectionCheckpoint]? {
    inOrder(Dictionary(uniqueKeysWithValues: found.map { ($0.projection, $0) }))
  }

  private static func inOrder(_ found: [String: ProjectionCheckpoint]) -> [ProjectionCheckpoint]? {
    let all = ProjectionModule.all.compactMap { found[$0.name] }
    return all.count == ProjectionModule.all.count ? all : nil
  }

  /// Before the first event.
  static var beginning: [ProjectionCheckpoint] {
    ProjectionModule.all.map { ProjectionCheckpoint(projection: $0.name, position: 0) }
  }

  /// Of a department that had none.
  static func insert(
    _ checkpoints: [ProjectionCheckpoint], of department: String, in session: Session
  ) throws {
    try session.execute(
      """
      INSERT INTO checkpoint (projection, department, "position", error, failed_position)
      SELECT m.projection, \(department), m."position", m.error, m.failed_position
      FROM unnest(\(checkpoints.map(\.projection))::text[],
        \(checkpoints.map(\.position))::bigint[], \(checkpoints.map(\.error))::text[],
        \(checkpoints.map { $0.failedPosition.map { "\($0)" } })::bigint[])
        AS m(projection, "position", error, failed_position)
      """)
  }

  static func move(_ checkpoints: [ProjectionCheckpoint], of department: String) -> Statement {
    Statement(
      sql: { n in
        """
        UPDATE checkpoint c
        SET "position" = m."position", error = m.error, failed_position = m.failed_position
        FROM unnest($\(n + 1)::text[], $\(n + 2)::bigint[], $\(n + 3)::text[], $\(n + 4)::bigint[])
          AS m(projection, "position", error, failed_position)
        WHERE c.projection = m.projection AND c.department = $\(n + 5)
        """
      },
      binds: [
        Bind(checkpoints.map(\.projection)), Bind(checkpoints.map(\.position)),
        Bind(checkpoints.map(\.error)), Bind(checkpoints.map { $0.failedPosition.map { "\($0)" } }),
        Bind(department),
      ])
  }
}
