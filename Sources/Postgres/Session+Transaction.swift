import CLibPQ

package enum Isolation: String, Sendable {
  case readCommitted = "READ COMMITTED"
  case repeatableRead = "REPEATABLE READ"
  case serializable = "SERIALIZABLE"
}

extension Session {
  /// Runs the body in a transaction: committed when it returns, rolled back when it throws.
  /// - Parameters:
  ///   - opening: a query that runs first, in the round trip that begins the transaction, and what
  ///     is thrown when it answers no row.
  ///   - next: queries after it in the same round trip.
  ///   - onRow: gets the place in `next` and each row of these.
  package func transaction<T>(
    isolation: Isolation = .readCommitted, readOnly: Bool = false,
    opening: (query: Query, otherwise: any Error)? = nil, next: [Query] = [],
    onRow: (Int, borrowing Row) throws -> Void = { _, _ in },
    deadline: Duration? = nil, _ body: (Session) throws -> T
  ) throws -> T {
    guard !isInTransaction else { throw PostgresError.misuse("a transaction is open already") }
    let access = readOnly ? "READ ONLY" : "READ WRITE"
    let begin: Query = "BEGIN ISOLATION LEVEL \(unescaped: isolation.rawValue) \(unescaped: access)"
    do {
      let first = [begin] + (opening.map { [$0.query] } ?? [])
      let counts = try batch(first + next, stage: .statement, deadline) { place, row in
        if place >= first.count { try onRow(place - first.count, row) }
      }
      if let opening, counts[1] == 0 { throw opening.otherwise }
      let value = try body(self)
      try commit(readOnly: readOnly, deadline)
      return value
    } catch {
      rollBack()
      throw error
    }
  }

  /// Runs the body in a transaction that is rolled back whatever comes of it.
  package func rehearsal<T>(
    isolation: Isolation = .repeatableRead, _ body: (Session) throws -> T
  ) throws -> T {
    guard !isInTransaction else { throw PostgresError.misuse("a transaction is open already") }
    try command("BEGIN ISOLATION LEVEL \(isolation.rawValue) READ WRITE", .statement, nil)
    defer { rollBack() }
    return try body(self)
  }

  /// Runs the body so that its effects can be undone without ending the transaction.
  package func savepoint<T>(_ body: (Session) throws -> T) throws -> T {
    try command("SAVEPOINT here", .statement, nil)
    do {
      let value = try body(self)
      try command("RELEASE SAVEPOINT here", .statement, nil)
      return value
    } catch {
      if isOpen { try command("ROLLBACK TO SAVEPOINT here", .statement, nil) }
      if isOpen { try command("RELEASE SAVEPOINT here", .statement, nil) }
      throw error
    }
  }

  /// A read-only commit leaves nothing in doubt.
  private func commit(readOnly: Bool, _ deadline: Duration?) throws {
    let tag = try command("COMMIT", readOnly ? .statement : .commit, deadline)
    guard tag == "ROLLBACK" else { return }
    throw PostgresError.rolledBack
  }

  /// A transaction that can't be rolled back is ended by hanging up.
  func rollBack() {
    guard isInTransaction else { return }
    do { try command("ROLLBACK", .statement, nil) } catch { close() }
  }

  @discardableResult
  func command(_ sql: String, _ stage: Stage, _ deadline: Duration?) throws -> String {
    var tag = ""
    try exchange(
      stage: stage, deadline: deadline, send: { PQsendQuery($0, sql) },
      receive: { tag = $0.commandTag })
    return tag
  }
}
