import CLibPQ
import OperatingSystem

/// A connection in use: synchronous calls, one after the other, on the connection's own thread.
/// It is handed to the bodies of `perform` and `transaction` and can't leave them.
package final class Session {
  let libpq: LibPQ
  let notices = NoticeLog()
  private var handle: ConnectionHandle
  private let defaultDeadline: Duration
  let target: Target
  /// Statement names by SQL text.
  var preparedNames: [String: String] = [:]
  /// Texts that were to be prepared and ran once so far: preparing is a round trip more, and most
  /// processes run each statement once.
  var ranOnce: Set<String> = []
  /// Nil until it was asked.
  private var pooled: Bool?

  init(_ target: Target, deadline: Duration, libpq: LibPQ) throws {
    self.libpq = libpq
    defaultDeadline = deadline
    self.target = target
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

  /// Whether the server follows another and takes no writes. It tells so by itself, also when it
  /// becomes a primary.
  package var isStandby: Bool {
    guard let pointer = handle.pointer, let state = PQparameterStatus(pointer, "in_hot_standby")
    else { return false }
    return String(cString: state) == "on"
  }

  /// The process id of the server's side.
  package var backendProcess: Int32 { handle.pointer.map { PQbackendPID($0) } ?? 0 }

  /// Whether the server asked for a password to let this session in, and got it; it may have let it in
  /// without one.
  package var usedPassword: Bool {
    handle.pointer.map { PQconnectionUsedPassword($0) == 1 } ?? false
  }

  package func close() {
    handle.close()
    preparedNames = [:]
    ranOnce = []
    pooled = nil
  }

  /// Whether a pooler stands between, which may give each transaction another of the server's
  /// sessions: the process that answers isn't the one that the connection was told of. Asks once.
  package func isPooled() throws -> Bool {
    if let pooled { return pooled }
    let process = try first("SELECT pg_backend_pid()") { try $0.int(0) }
    let isPooled = process.map { $0 != Int(backendProcess) } ?? false
    pooled = isPooled
    return isPooled
  }

  /// - Throws: `PostgresError.sharedSession` behind a pooler.
  package func requireOwnSession() throws {
    if try isPooled() { throw PostgresError.sharedSession }
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
    try requireSettings(connection)
  }

  /// Poolers may leave the options out that a connection begins with. The server reports these four
  /// by itself, so that asking costs nothing.
  private func requireSettings(_ connection: OpaquePointer) throws {
    for (name, start) in Target.reported {
      guard let value = PQparameterStatus(connection, name).map({ String(cString: $0) }),
        !value.hasPrefix(start)
      else { continue }
      handle.close()
      throw PostgresError.settingsNotKept(name: name, value: value)
    }
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
    let text = String(cString: PQerrorMessage(connection))
    // pgbouncer's words, where it wasn't told to ignore them.
    if text.contains("unsupported startup parameter") {
      return .settingsNotKept(name: "options", value: "unsupported")
    }
    return ConnectionFailure(text: text).error
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
