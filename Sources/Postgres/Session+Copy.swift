import CLibPQ

extension Session {
  /// Runs `COPY … FROM STDIN` in its default text format with the rows that the body writes. When
  /// the body throws nothing is copied and the connection stays usable. The deadline is for each
  /// piece of progress.
  /// - Returns: the number of rows copied.
  @discardableResult
  package func copyIn(
    _ query: Query, deadline: Duration? = nil, rows: (inout CopyWriter) throws -> Void
  ) throws -> Int {
    let connection = try openPointer()
    let stage = stage(of: connection)
    try startCopy(query, PGRES_COPY_IN, connection, deadline)
    do {
      var writer = CopyWriter(session: self, deadline: deadline)
      try rows(&writer)
      try writer.finish()
    } catch {
      try abandonCopy(connection, deadline, because: error)
      throw error
    }
    return try endCopy(connection, deadline, stage)
  }

  /// Runs `COPY … TO STDOUT` in its default text format. When the body throws, the rest is read
  /// and dropped, and the connection stays usable. The deadline is for each piece of progress.
  package func copyOut(
    _ query: Query, deadline: Duration? = nil, onLine: (borrowing CopyLine) throws -> Void
  ) throws {
    let connection = try openPointer()
    try startCopy(query, PGRES_COPY_OUT, connection, deadline)
    var failure: (any Error)?
    try readLines(connection, deadline) { line in
      guard failure == nil else { return }
      do { try onLine(line) } catch { failure = error }
    }
    try receiveAll(connection, deadline, .copy) { _ in }
    if let failure { throw failure }
  }

  /// Hands written rows to the server, waiting while it has not taken what came before.
  func putCopyData(_ bytes: UnsafeBufferPointer<UInt8>, deadline duration: Duration?) throws {
    let connection = try openPointer()
    let text = UnsafeRawPointer(bytes.baseAddress!).assumingMemoryBound(to: CChar.self)
    while true {
      switch libpq.putCopyData(connection, text, Int32(bytes.count)) {
      case 1: return try flush(connection, deadline(duration), .copy)
      case 0: try wait(for: .write, deadline(duration), .copy)
      default: throw lost(connection, .copy)
      }
    }
  }

  private func startCopy(
    _ query: Query, _ wanted: ExecStatusType, _ connection: OpaquePointer, _ duration: Duration?
  ) throws {
    guard query.binds.isEmpty else { throw PostgresError.misuse("COPY takes no parameters") }
    try begin(connection, .copy) { PQsendQuery($0, query.sql) }
    try flush(connection, deadline(duration), .copy)
    guard let pointer = try nextResult(connection, deadline(duration), .copy) else {
      throw PostgresError.misuse("COPY had no answer")
    }
    let result = ResultHandle(pointer)
    if result.status == wanted { return }
    try refuseCopy(result, connection, duration)
  }

  private func refuseCopy(
    _ result: borrowing ResultHandle, _ connection: OpaquePointer, _ duration: Duration?
  ) throws {
    switch result.status {
    case PGRES_FATAL_ERROR, PGRES_NONFATAL_ERROR, PGRES_BAD_RESPONSE:
      let failure = failure(result)
      try receiveAll(connection, duration, .copy) { _ in }
      throw failure
    default:
      close()
      throw PostgresError.misuse("not a COPY in the direction asked for; the connection was closed")
    }
  }

  private func endCopy(
    _ connection: OpaquePointer, _ duration: Duration?, _ stage: Stage
  ) throws -> Int {
    guard PQputCopyEnd(connection, nil) == 1 else { throw lost(connection, .copy) }
    try flush(connection, deadline(duration), stage)
    var count = 0
    try receiveAll(connection, duration, stage) { count = $0.affectedRows }
    try refuseDoubtfulCommit()
    return count
  }

  /// Tells the server to forget the copy; its answer is an error by design.
  private func abandonCopy(
    _ connection: OpaquePointer, _ duration: Duration?, because error: any Error
  ) throws {
    guard isOpen else { throw error }
    guard PQputCopyEnd(connection, "the client gave up") == 1 else { throw lost(connection, .copy) }
    try flush(connection, deadline(duration), .copy)
    do { try receiveAll(connection, duration, .copy) { _ in } } catch {
      if !isOpen { throw error }
    }
  }

  private func readLines(
    _ connection: OpaquePointer, _ duration: Duration?, _ body: (borrowing CopyLine) -> Void
  ) throws {
    var buffer: UnsafeMutablePointer<CChar>?
    while true {
      switch libpq.getCopyData(connection, &buffer) {
      case let length where length > 0:
        body(CopyLine(buffer!, length: Int(length)))
        PQfreemem(buffer)
      case 0:
        try wait(for: .read, deadline(duration), .copy)
        if libpq.consumeInput(connection) == 0 { throw lost(connection, .copy) }
      default: return
      }
    }
  }
}
