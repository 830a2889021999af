import Glibc
package import Postgres
import PrivateServer

/// A hot standby of a test's server: a copy that replays what it streams from there, and whose replay
/// a test can hold up. It is gone with the test's process, however that ends.
package final class TestStandby: Sendable {
  /// Holds `data`, `server.log` and the socket.
  package let directory: String
  /// The superuser in the database `postgres`.
  package let target: Target
  private let server: ChildProcess
  /// While this end is open the watcher lets the server live.
  private let lifeline: Int32

  /// Copies the server and follows it. Returns when it answers.
  package init(of primary: TestCluster) async throws {
    let binaries = try PostgresBinaries.find()
    directory = try TestCluster.makeDirectory()
    let copied = try ChildProcess.run(
      ServerAccount.prefix + [
        binaries.directory + "/pg_basebackup", "-h", primary.directory, "-U", "postgres", "-D",
        directory + "/data", "-R", "-X", "stream", "-c", "fast", "--no-sync",
      ])
    guard copied.status == 0 else { throw TestClusterError(text: copied.output) }
    server = try TestCluster.start(ServerAccount.prefix, binaries, directory, durable: false)
    target = Target(settings: ["host": directory, "user": "postgres", "dbname": "postgres"])
    lifeline = try TestCluster.watch(server, directory)
    try await answer()
  }

  deinit { close(lifeline) }

  private func answer() async throws {
    for _ in 0..<600 {
      do { return await (try Connection.open(target)).close() } catch is PostgresError {
        if let status = server.exitIfEnded() {
          throw TestClusterError(text: "the standby ended with status \(status): \(directory)")
        }
        try await Task.sleep(for: .milliseconds(50))
      }
    }
    throw TestClusterError(text: "the standby doesn't answer; see \(directory)/server.log")
  }

  /// Returns when it holds what the primary holds now.
  package func catchUp(with primary: TestCluster) async throws {
    let there = try await Connection.open(primary.target)
    let end = try await there.query("SELECT pg_current_wal_lsn()::text") { try $0.text(0) }[0]
    await there.close()
    let here = try await Connection.open(target)
    for _ in 0..<600 {
      let isThere = try await here.query(
        "SELECT coalesce(pg_last_wal_replay_lsn() >= \(end)::pg_lsn, false)"
      ) { try $0.bool(0) }
      if isThere == [true] { return await here.close() }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw TestClusterError(text: "the standby stays behind; see \(directory)/server.log")
  }

  /// Receives from now on without showing.
  package func holdUp() async throws { try await run("SELECT pg_wal_replay_pause()") }

  package func goOn() async throws { try await run("SELECT pg_wal_replay_resume()") }

  private func run(_ query: Query) async throws {
    let connection = try await Connection.open(target)
    _ = try await connection.query(query) { _ in }
    await connection.close()
  }
}
