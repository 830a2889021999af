package import Domain
package import EventLog
package import Postgres

/// Where the live read models differ from the logs.
package struct ProjectionDifference: Sendable, Equatable {
  package var projection: String
  package var table: String
  /// The key's columns with their values.
  package var key: [Part]
  /// Nil when one side has no such row.
  package var column: String?
  /// What the table holds; nil for NULL or no row.
  package var live: String?
  /// What the log makes.
  package var folded: String?

  package struct Part: Sendable, Equatable {
    package var column: String
    package var value: String
  }
}

/// What comparing the live read models with the logs came to.
package struct ProjectionCheck: Sendable, Equatable {
  /// Departments whose read models knew more than their log, and were made anew before.
  package var repaired: [DepartmentCode]
  /// The first in each table, in the order of the projections.
  package var differences: [ProjectionDifference]
  /// What an event stopped: the rows are right as far as they go.
  package var stopped: [StoppedProjection] = []
  /// Events that are passed over.
  package var excluded: [ExcludedEvent] = []
}

extension ProjectionCheck {
  /// Folds the logs anew, up to where the live read models have come, and compares row by row.
  package static func run(in session: Session) throws -> ProjectionCheck {
    try Projector.requireKeeper(in: session)
    let repaired = try Projector.catchUpAll(in: session)
    return ProjectionCheck(
      repaired: repaired, differences: try differences(in: session),
      stopped: try StoppedProjection.now(in: session),
      excluded: try LogReader.excluded(in: session))
  }

  private static func differences(in session: Session) throws -> [ProjectionDifference] {
    try session.transaction(isolation: .repeatableRead) { session in
      try ReadSchema.enter(session)
      let live = try SchemaPointer.current(session)?.schema ?? ""
      let reached = try reached(live, session)
      try session.execute("SET LOCAL search_path = pg_temp")
      try ReadSchema.makeTables(session)
      for (department, position) in reached {
        try LogFold.fill(department, upTo: position, in: session)
      }
      let differences = try ProjectionModule.all.flatMap { module in
        try module.tables.compactMap { table in
          try TableShape(table).difference(from: live, of: module.name, in: session)
        }
      }
      try session.execute("DISCARD TEMP")
      return differences
    }
  }

  private static func reached(
    _ live: String, _ session: Session
  ) throws -> [(DepartmentCode, Int)] {
    try session.query(
      """
      SELECT department, max("position") FROM \(identifier: live).checkpoint
      GROUP BY department ORDER BY department
      """
    ) { (try $0.text(0), try $0.int(1)) }
    .compactMap { code, position in DepartmentCode(code).map { ($0, position) } }
  }
}

extension TableShape {
  /// The first row, by its key, that the live table and the temporary one don't both hold alike.
  fileprivate func difference(
    from live: String, of projection: String, in session: Session
  ) throws -> ProjectionDifference? {
    let same = keys.map { "l.\($0.name) = f.\($0.name)" }.joined(separator: " AND ")
    let key = keys.map { "coalesce(l.\($0.name), f.\($0.name))" }
    let pairs = columns.map { "l.\($0.name)::text, f.\($0.name)::text" }
    let first = keys[0].name
    let query = Query(
      sql: """
        SELECT \((key.map { "\($0)::text" } + pairs).joined(separator: ", ")),
          l.\(first) IS NOT NULL AND f.\(first) IS NOT NULL
        FROM \(Query.quoted(identifier: live)).\(table) l
        FULL JOIN pg_temp.\(table) f ON \(same)
        WHERE l::text IS DISTINCT FROM f::text
        ORDER BY \(key.joined(separator: ", ")) LIMIT 1
        """)
    return try session.first(query) { row in
      var cells: [String?] = []
      for index in 0..<row.columnCount { cells.append(try row.textIfPresent(.index(index))) }
      return difference(cells, projection)
    }
  }

  private func difference(_ cells: [String?], _ projection: String) -> ProjectionDifference {
    let parts = zip(keys, cells).map { key, cell in
      ProjectionDifference.Part(column: key.plainName, value: cell ?? "")
    }
    var difference = ProjectionDifference(projection: projection, table: table, key: parts)
    guard cells.last == "t" else {
      // A key is never NULL, so that its place in the pairs tells which side has the row.
      difference.live = cells[keys.count]
      difference.folded = cells[keys.count + 1]
      return difference
    }
    for (index, column) in columns.enumerated() {
      let (live, folded) = (cells[keys.count + 2 * index], cells[keys.count + 2 * index + 1])
      guard live != folded else { continue }
      difference.column = column.plainName
      (difference.live, difference.folded) = (live, folded)
      break
    }
    return difference
  }
}

extension TableShape.Column {
  fileprivate var plainName: String { String(name.dropFirst().dropLast()) }
}
