import Crypto

/// Brings a database to this program's schema: migrations once each, in order, and definitions
/// (functions, views, privileges) every time, all in one transaction.
package struct SchemaApplier: Sendable {
  /// Where it is written down what was applied; made before the rest, whether it is there or not.
  private let ledger: [SchemaFile]
  /// The first is number 1.
  private let migrations: [SchemaFile]
  private let definitions: [SchemaFile]

  package init(
    ledger: [SchemaFile], migrations: [SchemaFile], definitions: [SchemaFile]
  ) {
    self.ledger = ledger
    self.migrations = migrations
    self.definitions = definitions
  }

  /// Applies what is missing. Several may run at once: one works, the others wait.
  /// - Returns: names of the migrations applied now.
  /// - Throws: ``SchemaError``, or ``PostgresError``.
  @discardableResult
  package func migrate(_ session: Session, deadline: Duration = .seconds(600)) throws -> [String] {
    do { return try migrateOnce(session, deadline) } catch let error as SchemaError {
      // Somebody else made the ledger in the same moment.
      guard case .fileFailed(_, let account) = error, Self.raced.contains(account.sqlState) else {
        throw error
      }
      return try migrateOnce(session, deadline)
    }
  }

  /// What two that make the same at once meet: unique keys of the catalog, its tuples, its names.
  private static let raced: Set<SQLState> = ["23505", "42P06", "42P07", "42710", "XX000"]

  private func migrateOnce(_ session: Session, _ deadline: Duration) throws -> [String] {
    try session.transaction(deadline: deadline) { session in
      try waitForOthers(session, deadline)
      for file in ledger { try apply(file, session, deadline) }
      let applied = try applied(session)
      try check(applied)
      let missing = migrations.dropFirst(applied.count)
      for (index, file) in missing.enumerated() {
        try apply(file, session, deadline)
        try record(file, number: applied.count + index + 1, session)
      }
      for file in definitions { try apply(file, session, deadline) }
      try recordState(session)
      return missing.map(\.name)
    }
  }

  /// One cheap query. Not for use inside a transaction, which a missing schema would break.
  package func state(_ session: Session) throws -> SchemaState {
    do {
      return try session.first(Self.stateQuery) { try state($0) } ?? .missing
    } catch let error as PostgresError
      where [.undefinedTable, .undefinedSchema].contains(error.sqlState)
    {
      return .missing
    }
  }

  /// Answers one row, of which the third column is the server's time; fails where there is no schema.
  package static let stateQuery: Query = """
    SELECT (SELECT migrations FROM pdca_schema.state), (SELECT fingerprint FROM pdca_schema.state),
      clock_timestamp()
    """

  /// What the row that `stateQuery` answers says.
  package func state(_ row: borrowing Row) throws -> SchemaState {
    guard let applied = try row.intIfPresent(0) else { return .missing }
    if applied > migrations.count { return .newer }
    return try row.int64(1) == fingerprint ? .current : .outdated
  }

  /// Tells this program's files from those that were applied.
  private var fingerprint: Int64 {
    var hash = Fingerprint()
    for file in ledger + migrations + definitions {
      hash.add(file.name)
      hash.add(file.sql)
    }
    return Int64(bitPattern: hash.value)
  }
}

// MARK: - Steps of a migration

extension SchemaApplier {
  /// Others may read the ledger and not write to it, so that none but migrators can hold this lock; an
  /// advisory one would be anybody's.
  private func waitForOthers(_ session: Session, _ deadline: Duration) throws {
    let stands = try session.first(
      "SELECT to_regclass('pdca_schema.migration') IS NOT NULL"
    ) { try $0.bool(0) }
    guard stands == true else { return }
    try session.execute(
      "LOCK TABLE pdca_schema.migration IN SHARE ROW EXCLUSIVE MODE", deadline: deadline)
  }

  /// Checksums in order of number.
  private func applied(_ session: Session) throws -> [String] {
    try session.query("SELECT checksum FROM pdca_schema.migration ORDER BY number") {
      try $0.text(0)
    }
  }

  private func check(_ applied: [String]) throws {
    if applied.count > migrations.count {
      throw SchemaError.newerThanBinary(applied: applied.count, known: migrations.count)
    }
    for (checksum, file) in zip(applied, migrations) {
      guard Self.checksum(of: file) == checksum else {
        throw SchemaError.migrationEdited(name: file.name)
      }
    }
  }

  /// SHA-256 of the file's UTF-8, in hexadecimal.
  private static func checksum(of file: SchemaFile) -> String {
    SHA256.hash(data: Array(file.sql.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private func apply(_ file: SchemaFile, _ session: Session, _ deadline: Duration) throws {
    do { try session.executeScript(file.sql, deadline: deadline) } catch let error as PostgresError
    {
      guard case .server(let account) = error else { throw error }
      throw SchemaError.fileFailed(name: file.name, account)
    }
  }

  private func record(_ file: SchemaFile, number: Int, _ session: Session) throws {
    try session.execute(
      """
      INSERT INTO pdca_schema.migration (number, name, checksum)
      VALUES (\(number), \(file.name), \(Self.checksum(of: file)))
      """)
  }

  private func recordState(_ session: Session) throws {
    try session.execute(
      """
      INSERT INTO pdca_schema.state (migrations, fingerprint)
      VALUES (\(migrations.count), \(fingerprint))
      ON CONFLICT (only_row) DO UPDATE
      SET migrations = excluded.migrations, fingerprint = excluded.fingerprint
      """)
  }
}
