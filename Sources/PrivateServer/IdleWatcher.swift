import Glibc
import OperatingSystem
import Postgres

/// Stops a private server that nobody has used for a while. It runs as a detached process beside
/// the server and ends with it.
package struct IdleWatcher: Sendable {
  private let cluster: LocalCluster
  private let idleLimit: Duration
  private let pause: Duration

  /// - Parameter pause: how long to wait between two looks.
  package init(
    _ cluster: LocalCluster, idleLimit: Duration = .seconds(1800), pause: Duration = .seconds(15)
  ) {
    self.cluster = cluster
    self.idleLimit = idleLimit
    self.pause = pause
  }

  /// Returns when the server has ended, by this watcher or otherwise, and at once when another
  /// watcher is at work.
  package func run() async throws {
    guard let alone = try FileLock.attempt(cluster.watchLock, .exclusive) else { return }
    while case .running = cluster.status {
      if try await stopIfIdle() { break }
      try await Task.sleep(for: pause)
    }
    alone.release()
  }

  /// Holds the lock that every command shares, so that none begins while the server stops.
  private func stopIfIdle() async throws -> Bool {
    guard idleTime >= idleLimit else { return false }
    guard let use = try FileLock.attempt(cluster.useLock, .exclusive) else { return false }
    let isUsed = try await hasOtherClients()
    if !isUsed { try await cluster.stop() }
    use.release()
    return !isUsed
  }

  private var idleTime: Duration {
    var found = stat()
    guard stat(cluster.useLock, &found) == 0 else { return .seconds(Int64.max / 2) }
    return .seconds(time(nil) - found.st_mtim.tv_sec)
  }

  /// Such as `psql`, which holds no lock. A server that can't be asked is left alone.
  private func hasOtherClients() async throws -> Bool {
    let target = cluster.target(role: cluster.administratorRole, database: "postgres")
    guard let connection = try? await Connection.open(target, deadline: .seconds(5)) else {
      return true
    }
    let others = try? await connection.first(
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
      """
    ) { try $0.int(0) }
    await connection.close()
    return others != 0
  }
}
