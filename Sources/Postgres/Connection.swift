/// A connection to PostgreSQL with a thread of its own. Every call has a deadline (30 s unless
/// told); past it the connection is closed, since a frozen server gives no other way out.
package actor Connection {
  private nonisolated let executor = ConnectionExecutor()
  package nonisolated let target: Target
  private nonisolated let deadline: Duration
  private nonisolated let libpq: LibPQ
  private var session: Session?

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  private init(_ target: Target, deadline: Duration, libpq: LibPQ) {
    self.target = target
    self.deadline = deadline
    self.libpq = libpq
  }

  /// `deadline` is for connecting and then for each call.
  package static func open(
    _ target: Target, deadline: Duration = .seconds(30), libpq: LibPQ = .real
  ) async throws -> Connection {
    let connection = Connection(target, deadline: deadline, libpq: libpq)
    try await connection.reconnect()
    return connection
  }

  /// Opens the connection again, whatever state it is in. Prepared statements and LISTENs are gone.
  package func reconnect() throws {
    session?.close()
    session = try Session(target, deadline: deadline, libpq: libpq)
  }

  package func close() { session?.close() }

  package var isOpen: Bool { session?.isOpen ?? false }

  package var backendProcess: Int32 { session?.backendProcess ?? 0 }

  /// Runs synchronous work that nothing else on this connection can interleave with.
  package func perform<T: Sendable>(_ body: @Sendable (Session) throws -> T) throws -> T {
    guard let session else { throw PostgresError.misuse("the connection was never opened") }
    return try body(session)
  }
}

extension Connection {
  /// See ``Session/transaction(isolation:readOnly:deadline:_:)``.
  package func transaction<T: Sendable>(
    isolation: Isolation = .readCommitted, readOnly: Bool = false, deadline: Duration? = nil,
    _ body: @Sendable (Session) throws -> T
  ) throws -> T {
    try perform {
      try $0.transaction(isolation: isolation, readOnly: readOnly, deadline: deadline, body)
    }
  }

  package func query<T: Sendable>(
    _ query: Query, prepared: Bool = false, deadline: Duration? = nil,
    _ map: @Sendable (borrowing Row) throws -> T
  ) throws -> [T] {
    try perform { try $0.query(query, prepared: prepared, deadline: deadline, map) }
  }

  package func first<T: Sendable>(
    _ query: Query, prepared: Bool = false, deadline: Duration? = nil,
    _ map: @Sendable (borrowing Row) throws -> T
  ) throws -> T? {
    try perform { try $0.first(query, prepared: prepared, deadline: deadline, map) }
  }

  @discardableResult
  package func execute(
    _ query: Query, prepared: Bool = false, deadline: Duration? = nil
  ) throws -> Int {
    try perform { try $0.execute(query, prepared: prepared, deadline: deadline) }
  }

  package func executeScript(_ sql: String, deadline: Duration? = nil) throws {
    try perform { try $0.executeScript(sql, deadline: deadline) }
  }
}

extension Connection {
  /// See ``Session/batch(_:deadline:onRow:)``.
  @discardableResult
  package func batch(_ queries: [Query], deadline: Duration? = nil) throws -> [Int] {
    try perform { try $0.batch(queries, deadline: deadline) }
  }

  /// See ``Session/copyIn(_:deadline:rows:)``.
  @discardableResult
  package func copyIn(
    _ query: Query, deadline: Duration? = nil,
    rows: @Sendable (inout CopyWriter) throws -> Void
  ) throws -> Int {
    try perform { try $0.copyIn(query, deadline: deadline, rows: rows) }
  }

  package func listen(_ channel: String) throws { try perform { try $0.listen(channel) } }

  /// See ``Session/waitForNotification(timeout:)``. Nothing else runs on this connection meanwhile.
  package func waitForNotification(timeout: Duration) throws -> Notification? {
    try perform { try $0.waitForNotification(timeout: timeout) }
  }
}
