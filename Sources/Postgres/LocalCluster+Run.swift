import Glibc

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
  package func start(watcher: [String] = []) throws(ClusterError) {
    guard isCreated else { throw .notCreated(directory: directory) }
    if accepts() { return }
    let lock = try FileLock.acquire(changeLock, .exclusive)
    if accepts() { return }
    try startServer(Deadline(after: .seconds(60)))
    lock.release()
    guard !watcher.isEmpty else { return }
    do { _ = try ChildProcess.start(watcher, detached: true) } catch { throw Self.wrapped(error) }
  }

  /// Returns when the server has ended; no server is no error.
  package func stop(_ mode: StopMode = .fast) throws(ClusterError) {
    guard isCreated else { throw .notCreated(directory: directory) }
    let lock = try FileLock.acquire(changeLock, .exclusive)
    guard let process = ServerProcess.running(in: dataDirectory) else { return }
    guard kill(process, mode.signal) == 0 || errno == ESRCH else {
      throw .system(SystemError("stop the database server \(process)"))
    }
    let deadline = Deadline(after: .seconds(60))
    while ServerProcess.isAlive(process) {
      if deadline.remainingMilliseconds == 0 { throw .stopTimedOut(directory: directory) }
      usleep(5_000)
    }
    lock.release()
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
    try start(watcher: watcher)
    return try await Connection.open(target, deadline: deadline)
  }

  /// True when nothing answered, or a server that is starting or stopping.
  private static func meansNoServer(_ error: PostgresError) -> Bool {
    guard case .connectionFailed(_, let state) = error else { return false }
    return state == nil || state == .cannotConnectNow
  }

  /// A refusal for another reason than starting or stopping counts as accepting.
  private func accepts() -> Bool {
    let target = target(role: administratorRole, database: "postgres")
    do {
      _ = try Session(target, deadline: .seconds(5), libpq: .real)
      return true
    } catch let error as PostgresError {
      if case .deadlineExceeded = error { return false }
      return !Self.meansNoServer(error)
    } catch { return false }
  }

  /// Tries again while the remains of a killed server go away, or another one is starting.
  private func startServer(_ deadline: Deadline) throws(ClusterError) {
    try socketDirectory.prepare()
    ServerProcess.forgetStale(in: dataDirectory, sockets: socketDirectory.path)
    let log = ServerLog(path: logFile)
    log.keepShort()
    while true {
      let start = log.size
      if try answers(try spawn(), deadline) { return }
      let account = log.text(from: start)
      let mayPass = account.contains("shared memory block") || status != .stopped
      guard mayPass, deadline.remainingMilliseconds > 0 else { throw .startFailed(log: account) }
      usleep(50_000)
    }
  }

  /// False when the process ended instead.
  private func answers(
    _ server: ChildProcess, _ deadline: Deadline
  ) throws(ClusterError) -> Bool {
    while !accepts() {
      if server.exitIfEnded() != nil { return false }
      if deadline.remainingMilliseconds == 0 { throw .startTimedOut(directory: directory) }
      usleep(5_000)
    }
    return true
  }

  private func spawn() throws(ClusterError) -> ChildProcess {
    let binaries = try binaries()
    let output = open(logFile, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw .system(SystemError("open \(logFile)")) }
    defer { close(output) }
    let arguments = [
      binaries.postgres, "-D", dataDirectory, "-p", "\(Self.port)",
      "-c", "unix_socket_directories=\(socketDirectory.path)",
    ]
    do {
      return try ChildProcess.start(
        ServerAccount.prefix + arguments, output: output, detached: true)
    } catch { throw Self.wrapped(error) }
  }
}
