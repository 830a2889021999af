import CLibPQ

extension Session {
  /// Sends all queries in one round trip. Outside a transaction all of them succeed or none.
  /// - Returns: for each query the rows that it inserted, changed, deleted or selected.
  /// - Parameter onRow: gets the query's place in the batch and each of its rows.
  @discardableResult
  package func batch(
    _ queries: [Query], deadline: Duration? = nil,
    onRow: (Int, borrowing Row) throws -> Void = { _, _ in }
  ) throws -> [Int] {
    try batch(queries, stage: stage(of: try openPointer()), deadline, onRow)
  }

  func batch(
    _ queries: [Query], stage: Stage, _ deadline: Duration?,
    _ onRow: (Int, borrowing Row) throws -> Void
  ) throws -> [Int] {
    for query in queries { try refuseNUL(query.binds) }
    let connection = try openPointer()
    guard PQenterPipelineMode(connection) == 1 else {
      throw PostgresError.misuse("another exchange is going on")
    }
    defer { if isOpen, PQexitPipelineMode(connection) == 0 { close() } }
    try begin(connection, stage) { Self.send(queries, on: $0) }
    try flush(connection, self.deadline(deadline), stage)
    let counts = try receive(queries.count, connection, deadline, stage, onRow)
    try refuseDoubtfulCommit()
    return counts
  }

  private static func send(_ queries: [Query], on connection: OpaquePointer) -> Int32 {
    for query in queries where send(query, nil, on: connection) == 0 { return 0 }
    return PQpipelineSync(connection)
  }

  /// Each query's results end with nil; one more result, without nil, answers the sync.
  private func receive(
    _ count: Int, _ connection: OpaquePointer, _ duration: Duration?, _ stage: Stage,
    _ onRow: (Int, borrowing Row) throws -> Void
  ) throws -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    var progress = Progress()
    for index in 0...count {
      while let pointer = try nextResult(connection, deadline(duration), stage) {
        let result = ResultHandle(pointer)
        take(result, &progress) { result in
          guard result.status != PGRES_PIPELINE_SYNC else { return }
          counts[index] = result.affectedRows
          try result.forEachRow { try onRow(index, $0) }
        }
        if PQstatus(connection) == CONNECTION_BAD { throw broken(connection, stage, progress) }
        if result.status == PGRES_PIPELINE_SYNC { break }
      }
    }
    if let failure = progress.failure { throw failure }
    return counts
  }
}
