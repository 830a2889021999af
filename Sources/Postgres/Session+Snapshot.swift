extension Session {
  /// Begins a transaction of one snapshot, which stays open until `endSnapshot`; when a
  /// query fails or `onRow` throws, there is none.
  /// - Parameters:
  ///   - queries: run first, in the round trip that begins it.
  ///   - takesNotes: whether temporary tables can be made in it, which its end takes away; otherwise it
  ///     only reads.
  ///   - onRow: gets the query's place and each of its rows.
  /// - Returns: the number of rows of each query.
  package func beginSnapshot(
    _ queries: [Query], takesNotes: Bool = false, onRow: (Int, borrowing Row) throws -> Void
  ) throws -> [Int] {
    guard !isInTransaction else { throw PostgresError.misuse("a transaction is open already") }
    let begin: Query =
      takesNotes
      ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"
      : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    do {
      let counts = try batch([begin] + queries, stage: .statement, nil) { place, row in
        try onRow(place - 1, row)
      }
      return Array(counts.dropFirst())
    } catch {
      rollBack()
      throw error
    }
  }

  /// - Parameter undoing: whether what was made in it is taken away.
  package func endSnapshot(undoing: Bool = false) throws {
    try command(undoing ? "ROLLBACK" : "COMMIT", .statement, nil)
  }
}
