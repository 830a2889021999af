extension Session {
  /// Begins a read-only transaction of one snapshot, which stays open until `endSnapshot`; when a
  /// query fails or `onRow` throws, there is none.
  /// - Parameters:
  ///   - queries: run first, in the round trip that begins it.
  ///   - onRow: gets the query's place and each of its rows.
  /// - Returns: the number of rows of each query.
  package func beginSnapshot(
    _ queries: [Query], onRow: (Int, borrowing Row) throws -> Void
  ) throws -> [Int] {
    guard !isInTransaction else { throw PostgresError.misuse("a transaction is open already") }
    let begin: Query = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
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

  package func endSnapshot() throws { try command("COMMIT", .statement, nil) }
}
