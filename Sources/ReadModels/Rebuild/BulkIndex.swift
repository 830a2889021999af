import Postgres

/// An index or primary key that is taken off an empty table and made again once it is full.
struct BulkIndex: Sendable {
  let table: String
  let name: String
  private let isPrimaryKey: Bool
  /// What makes it.
  private let sql: String
  private static let patience = Duration.seconds(86_400)

  /// Takes all indexes off the tables of the session's first schema.
  static func takeOff(_ session: Session) throws -> [BulkIndex] {
    let indexes = try session.query(
      """
      SELECT t.relname, x.relname, i.indisprimary, CASE WHEN i.indisprimary
        THEN format('ALTER TABLE %I ADD CONSTRAINT %I %s',
          t.relname, c.conname, pg_get_constraintdef(c.oid))
        ELSE pg_get_indexdef(i.indexrelid) END
      FROM pg_index i
      JOIN pg_class t ON t.oid = i.indrelid
      JOIN pg_class x ON x.oid = i.indexrelid
      LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'p'
      WHERE t.relnamespace = current_schema()::regnamespace AND t.relname <> 'checkpoint'
      ORDER BY i.indisprimary DESC, t.relname, x.relname
      """
    ) { row in
      BulkIndex(
        table: try row.text(0), name: try row.text(1), isPrimaryKey: try row.bool(2),
        sql: try row.text(3))
    }
    for index in indexes { try index.drop(session) }
    return indexes
  }

  private func drop(_ session: Session) throws {
    if isPrimaryKey {
      try session.execute(
        "ALTER TABLE \(identifier: table) DROP CONSTRAINT \(identifier: name)")
    } else {
      try session.execute("DROP INDEX \(identifier: name)")
    }
  }

  /// Makes it unless it stands; who makes it at the same time waits.
  func make(_ session: Session) throws {
    try session.transaction { session in
      try session.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(\(table), 0))", deadline: Self.patience)
      let stands = try session.first(
        "SELECT to_regclass(\(Query.quoted(identifier: name))) IS NOT NULL"
      ) {
        try $0.bool(0)
      }
      if stands != true { try session.execute(Query(sql: sql), deadline: Self.patience) }
    }
  }

  /// Makes the primary key of a table whose rows are to be looked up already.
  static func makePrimaryKey(
    of table: String, among indexes: [BulkIndex], _ session: Session
  ) throws {
    for index in indexes where index.table == table && index.isPrimaryKey {
      try index.make(session)
    }
  }
}
