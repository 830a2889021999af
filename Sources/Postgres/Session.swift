import CLibPQ
import OperatingSystem

/// A connection in use: synchronous calls, one after the other, on the connection's own thread.
/// It is handed to the bodies of `perform` and `transaction` and can't leave them.
package final class Session {
  let libpq: LibPQ
  let notices = NoticeLog()
  private var handle: ConnectionHandle
  private let defaultDeadline: Duration
  /// Statement names by SQL text.
  var preparedNames: [String: String] = [:]
  /// Texts that were to be prepared and ran once so far: preparing is a round trip more, and most
  /// processes run each statement once.
  var ranOnce: Set<String> = []

  init(_ target: Target, deadline: Duration, libpq: LibPQ) throws {
    self.libpq = libpq
    defaultDeadline = deadline
    handle = ConnectionHandle(nil)
    handle = ConnectionHandle(try Self.start(target))
    do { try connect(Deadline(after: deadline)) } catch {
      handle.close()
      throw error
    }
  }

  /// False once the connection was lost, ran out of time or was closed.
  package var isOpen: Bool { handle.pointer != nil }

  package var isInTransaction: Bool {
    handle.pointer.map { PQtransactionStatus($0) != PQTRANS_IDLE } ?? false
  }

  /// The process id of the server's side.
  package var backendProcess: Int32 { handle.pointer.map { PQbackendPID($0) } ?? 0 }

  package func close() {
    handle.close()
    preparedNames = [:]
    ranOnce = []
  }

  func deadline(_ duration: Duration?) -> Deadline { Deadline(after: duration ?? defaultDeadline) }

  func openPointer() throws -> OpaquePointer {
    guard let pointer = handle.pointer else {
      throw PostgresError.connectionLost(during: .statement, message: "it is closed")
    }
    return pointer
  }
}

// MARK: - Connecting

extension Session {
  private static func start(_ target: Target) throws -> OpaquePointer {
    let settings = target.startupSettings().sorted { $0.key < $1.key }
    let pointer = withCStrings(settings.map(\.key)) { keywords in
      withCStrings(settings.map(\.value)) { PQconnectStartParams(keywords, $0, 0) }
    }
    guard let pointer else {
      throw PostgresError.connectionFailed(message: "out of memory", sqlState: nil)
    }
    return pointer
  }

  private func connect(_ deadline: Deadline) throws {
    let connection = try openPointer()
    // Verbose messages carry the SQLSTATE, which libpq offers in no other way while connecting.
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
    guard PQstatus(connection) != CONNECTION_BAD else { throw connectionFailure(connection) }
    try poll(connection, deadline)
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
    PQsetnonblocking(connection, 1)
    notices.attach(to: connection)
  }

  private func poll(_ connection: OpaquePointer, _ deadline: Deadline) throws {
    var state = PGRES_POLLING_WRITING
    while state != PGRES_POLLING_OK {
      try wait(for: state == PGRES_POLLING_READING ? .read : .write, deadline, .connecting)
      state = libpq.connectPoll(connection)
      if state == PGRES_POLLING_FAILED { throw connectionFailure(connection) }
    }
  }

  private func connectionFailure(_ connection: OpaquePointer) -> PostgresError {
    ConnectionFailure(text: String(cString: PQerrorMessage(connection))).error
  }
}

/// C strings side by side for the length of a call, ended by a null pointer.
private func withCStrings<T>(
  _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T
) -> T {
  let bytes = texts.flatMap { $0.utf8CString }
  return bytes.withUnsafeBufferPointer { storage in
    var pointers: [UnsafePointer<CChar>?] = []
    var offset = 0
    for text in texts {
      pointers.append(storage.baseAddress! + offset)
      offset += text.utf8.count + 1
    }
    return body(pointers + [nil])
  }
}
