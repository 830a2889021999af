import Glibc
import OperatingSystem
package import Postgres

extension LocalCluster {
  package enum StopMode: Sendable {
    /// Ends other sessions, then saves everything.
    case fast
    /// As in a crash; the next start recovers.
    case immediate

    fileprivate var signal: Int32 { self == .fast ? SIGINT : SIGQUIT }
  }

  /// Returns when the server accepts connections, whoever started it.
  /// - Parameter watcher: a program and its arguments, started beside a server that was started
  ///   here; see ``IdleWatcher``.
  package func start(watcher: [String] = []) async throws {
    guard isCreated else { throw ClusterError.notCreated(directory: directory) }
    if await accepts() { return }
    let lock = try await FileLock.acquire(changeLock, .exclusive)
    if await accepts() { return }
    try await startServer(Deadline(after: .seconds(60)))
    lock.release()
    guard !watcher.isEmpty else { return }
    do { _ = try await DetachedProgram.start(Program(watcher)) } catch {
      throw Self.wrapped(error)
    }
  }

  /// Returns when the server has ended; no server is no error.
  package func stop(_ mode: StopMode = .fast) async throws {
    guard isCreated else { throw ClusterError.notCreated(directory: directory) }
    let lock = try await FileLock.acquire(changeLock, .exclusive)
    guard let process = ServerProcess.running(in: dataDirectory) else { return }
    try await end(process, mode, Deadline(after: .seconds(60)))
    lock.release()
  }

  /// Returns when the process has ended.
  private func end(_ process: Int32, _ mode: StopMode, _ deadline: Deadline) async throws {
    guard kill(process, mode.signal) == 0 || errno == ESRCH else {
      throw ClusterError.system(SystemError("stop the database server \(process)"))
    }
    while ServerProcess.isAlive(process) {
      if deadline.remainingMilliseconds == 0 {
        throw ClusterError.stopTimedOut(directory: directory)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// Opens a connection, starting the server when there is none or it is just stopping.
  package func connect(
    role: String? = nil, database: String = LocalCluster.database, watcher: [String] = [],
    deadline: Duration = .seconds(30)
  ) async throws -> Connection {
    let target = target(role: role, database: database)
    guard isCreated else { throw ClusterError.notCreated(directory: directory) }
    do { return try await Connection.open(target, deadline: deadline) } catch let error
      as PostgresError
    {
      guard Self.meansNoServer(error) else { throw error }
    }
    try await start(watcher: watcher)
    return try await Connection.open(target, deadline: deadline)
  }

  /// True when nothing answered, or a server that is starting or stopping.
  private static func meansNoServer(_ error: PostgresError) -> Bool {
    guard case .connectionFailed(_, let state) = error else { return false }
    return state == nil || state == .cannotConnectNow
  }

  /// A refusal for another reason than starting or stopping counts as accepting.
  private func accepts() async -> Bool {
    let target = target(role: administratorRole, database: "postgres")
    do {
      await (try Connection.open(target, deadline: .seconds(5))).close()
      return true
    } catch let error as PostgresError {
      if case .deadlineExceeded = error { return false }
      return !Self.meansNoServer(error)
    } catch { return false }
  }

  /// Tries again while the remains of a killed server go away, or another one is starting.
  private func startServer(_ deadline: Deadline) async throws {
    if let process = ServerProcess.unreachable(in: dataDirectory) {
      try await end(process, .fast, deadline)
    }
    try socketDirectory.prepare()
    ServerProcess.forgetStale(in: dataDirectory, sockets: socketDirectory.path)
    let log = ServerLog(path: logFile)
    log.keepShort()
    while true {
      let start = log.size
      if try await answers(try await spawn(), deadline) { return }
      let account = log.text(from: start)
      let mayPass = account.contains("shared memory block") || status != .stopped
      guard mayPass, deadline.remainingMilliseconds > 0 else {
        throw ClusterError.startFailed(log: account)
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// False when the process ended instead.
  private func answers(_ server: DetachedProgram, _ deadline: Deadline) async throws -> Bool {
    while await !accepts() {
      if server.statusIfEnded != nil { return false }
      if deadline.remainingMilliseconds == 0 {
        throw ClusterError.startTimedOut(directory: directory)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
    return true
  }

  private func spawn() async throws -> DetachedProgram {
    let binaries = try await matchingBinaries()
    let arguments = [
      binaries.postgres, "-D", dataDirectory, "-p", "\(Self.port)",
      "-c", "unix_socket_directories=\(socketDirectory.setting)",
    ]
    do {
      return try await DetachedProgram.start(
        Program(arguments, account: ServerAccount.account), log: logFile)
    } catch { throw Self.wrapped(error) }
  }
}
