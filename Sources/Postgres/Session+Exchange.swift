import CLibPQ
import Glibc
import OperatingSystem

/// What to wait for on the connection's socket.
struct Readiness: OptionSet {
  let rawValue: Int16

  static let read = Readiness(rawValue: Int16(POLLIN))
  static let write = Readiness(rawValue: Int16(POLLOUT))
}

/// How the results of one exchange with the server have gone so far.
struct Progress {
  /// A result other than an error has come.
  var sawSuccess = false
  /// The first failure, the server's or the reader's.
  var failure: (any Error)?
}

extension Session {
  /// Sends with `send` and hands every good result to `receive`. The results are always read to
  /// the end, so that the connection stays usable whatever is thrown.
  func exchange(
    stage given: Stage? = nil, deadline duration: Duration?,
    send: (OpaquePointer) -> Int32, receive: (borrowing ResultHandle) throws -> Void
  ) throws {
    let connection = try openPointer()
    let stage = given ?? stage(of: connection)
    try begin(connection, stage, send)
    try flush(connection, deadline(duration), stage)
    try receiveAll(connection, duration, stage, receive)
    try refuseDoubtfulCommit()
  }

  /// Outside a transaction a statement commits by itself.
  func stage(of connection: OpaquePointer) -> Stage {
    PQtransactionStatus(connection) == PQTRANS_IDLE ? .autocommit : .statement
  }

  /// Nothing has been sent when this throws.
  func begin(_ connection: OpaquePointer, _ stage: Stage, _ send: (OpaquePointer) -> Int32) throws {
    notices.clear()
    try noticeLoss(of: connection)
    if libpq.send(connection, { send(connection) }) == 1 { return }
    let message = trimmed(String(cString: PQerrorMessage(connection)))
    guard PQstatus(connection) == CONNECTION_BAD else { throw PostgresError.misuse(message) }
    close()
    throw PostgresError.connectionLost(during: .statement, message: message)
  }

  /// Finds out before sending that the server has hung up, when nothing can be in doubt.
  private func noticeLoss(of connection: OpaquePointer) throws {
    while libpq.wait(PQsocket(connection), Readiness.read.rawValue, 0) > 0 {
      if libpq.consumeInput(connection) == 0 { throw lost(connection, .statement) }
      _ = PQisBusy(connection)  // parses what came: an error nobody asked for becomes a notice
      if let farewell = notices.farewell {
        close()
        throw PostgresError.connectionLost(during: .statement, message: farewell.message)
      }
    }
  }

  /// Hands everything to the operating system, reading meanwhile so that neither side blocks.
  func flush(_ connection: OpaquePointer, _ deadline: Deadline, _ stage: Stage) throws {
    while true {
      switch libpq.flush(connection) {
      case 0: return
      case 1:
        try wait(for: [.read, .write], deadline, stage)
        if libpq.consumeInput(connection) == 0 { throw lost(connection, stage) }
      default: throw lost(connection, stage)
      }
    }
  }

  /// The next result, or nil when the exchange is over. The deadline is for this one result.
  func nextResult(
    _ connection: OpaquePointer, _ deadline: Deadline, _ stage: Stage
  ) throws -> OpaquePointer? {
    while PQisBusy(connection) == 1 {
      try wait(for: .read, deadline, stage)
      if libpq.consumeInput(connection) == 0 { throw lost(connection, stage) }
    }
    return libpq.getResult(connection)
  }

  func receiveAll(
    _ connection: OpaquePointer, _ duration: Duration?, _ stage: Stage,
    _ receive: (borrowing ResultHandle) throws -> Void
  ) throws {
    var progress = Progress()
    while let pointer = try nextResult(connection, deadline(duration), stage) {
      let result = ResultHandle(pointer)
      take(result, &progress, receive)
      if let error = try copyRefused(result) { throw error }
      if PQstatus(connection) == CONNECTION_BAD { break }
    }
    if PQstatus(connection) == CONNECTION_BAD { throw broken(connection, stage, progress) }
    if let failure = progress.failure { throw doubted(failure) }
  }

  /// A server that lost another one while that committed doesn't know what became of it.
  private func doubted(_ failure: any Error) -> any Error {
    guard let error = (failure as? PostgresError)?.serverError, error.leavesCommitInDoubt else {
      return failure
    }
    return PostgresError.outcomeUnknown(reason: error.message)
  }

  func take(
    _ result: borrowing ResultHandle, _ progress: inout Progress,
    _ receive: (borrowing ResultHandle) throws -> Void
  ) {
    switch result.status {
    case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR:
      if progress.failure == nil { progress.failure = failure(result) }
    default:
      guard progress.failure == nil else { return }
      progress.sawSuccess = true
      do { try receive(result) } catch { progress.failure = error }
    }
  }

  /// The server's account of a failed result; libpq's own where the server gave none.
  func failure(_ result: borrowing ResultHandle) -> PostgresError {
    if let error = ServerError(result.pointer) { return PostgresError(error) }
    return .misuse(trimmed(String(cString: PQresultErrorMessage(result.pointer))))
  }

  /// A COPY through the wrong call would wait for data forever.
  private func copyRefused(_ result: borrowing ResultHandle) throws -> PostgresError? {
    switch result.status {
    case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
      close()
      return .misuse("COPY needs copyIn or copyOut; the connection was closed")
    default: return nil
    }
  }

  /// The connection ended while its results were read. A statement that the server itself broke
  /// off before its first result did not commit; about anything else there is doubt.
  func broken(
    _ connection: OpaquePointer, _ stage: Stage, _ progress: Progress
  ) -> PostgresError {
    guard let error = (progress.failure as? PostgresError)?.serverError else {
      return lost(connection, stage)
    }
    close()
    if stage == .commit || (stage == .autocommit && progress.sawSuccess) {
      return .outcomeUnknown(reason: error.message)
    }
    return .connectionLost(during: stage, message: error.message)
  }

  /// Closes the connection; what was sent may have been committed, according to the stage.
  func lost(_ connection: OpaquePointer, _ stage: Stage) -> PostgresError {
    let message = trimmed(String(cString: PQerrorMessage(connection)))
    close()
    switch stage {
    case .commit, .autocommit: return .outcomeUnknown(reason: message)
    default: return .connectionLost(during: stage, message: message)
    }
  }

  func refuseDoubtfulCommit() throws {
    guard let warning = notices.canceledReplicationWait else { return }
    throw PostgresError.outcomeUnknown(reason: warning.message)
  }

  /// Asks the server to cancel the statement; what it answers tells what became of it. Asked again
  /// as long as it lasts, since a request that comes between two statements cancels nothing.
  private func cancelIfInterrupted(_ connection: OpaquePointer) {
    guard Interruption.wasReceived else { return }
    let cancel = PQgetCancel(connection)
    defer { PQfreeCancel(cancel) }
    var reason = [CChar](repeating: 0, count: 256)
    _ = PQcancel(cancel, &reason, Int32(reason.count))
  }

  /// Returns when the socket is ready; past the deadline it closes the connection and throws.
  func wait(for readiness: Readiness, _ deadline: Deadline, _ stage: Stage) throws {
    let connection = try openPointer()
    while true {
      let left = deadline.remainingMilliseconds
      let ready = libpq.wait(
        PQsocket(connection), readiness.rawValue, Interruption.patience(left))
      if ready > 0 { return }
      if ready < 0, errno != EINTR { throw lost(connection, stage) }
      cancelIfInterrupted(connection)
      if left == 0 {
        let blocker = stage == .connecting ? nil : blockerOfCancelled(connection)
        close()
        throw blocker.map { .blocked(by: $0) } ?? PostgresError.deadlineExceeded(stage: stage)
      }
    }
  }
}
