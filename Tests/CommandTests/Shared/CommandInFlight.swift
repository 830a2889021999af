import Glibc
import Postgres
import TestSupport

/// Commands run at the same time as the test goes on.
extension CommandLineRunner {
  /// Runs the command on a thread of its own.
  func inFlight(_ arguments: String...) -> Task<Run, any Error> {
    Task { try await onOwnThread { try run(arguments) } }
  }

  /// The server process that waits for a lock in this database, once there is one.
  func waitingBackend() async throws -> pid_t {
    let watcher = try await Connection.open(target)
    for _ in 0..<3_000 {
      let found = try await watcher.first(
        """
        SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
        """
      ) { try $0.int(0) }
      if let found {
        await watcher.close()
        return pid_t(found)
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NobodyWaits()
  }

  /// Holds the lock that appending to the department's log waits for, as long as the body lasts.
  func holding<T: Sendable>(
    _ department: String, _ body: () async throws -> T
  ) async throws -> T {
    let blocker = try await Connection.open(target)
    try await blocker.execute("BEGIN")
    try await blocker.execute(
      "SELECT FROM log.department WHERE department = \(department) FOR UPDATE")
    let result = try await body()
    await blocker.close()
    return result
  }
}

/// No command came to wait within twelve seconds.
struct NobodyWaits: Error {}

/// Runs the body where SALES-1 is planned, on a server of its own that survives its crashes.
func withCycleOnServer<T: Sendable>(
  _ cluster: TestCluster, _ body: (CommandLineRunner) async throws -> T
) async throws -> T {
  try await cluster.withDatabase { target in
    let home = try ChildProcess.run(["mktemp", "-d", "/tmp/pdca-home-XXXXXX"]).output.dropLast()
    defer { _ = try? ChildProcess.run(["/bin/rm", "-rf", String(home)]) }
    let pdca = CommandLineRunner(target: target, home: String(home))
    try CycleSample.begin(pdca)
    return try await body(pdca)
  }
}
