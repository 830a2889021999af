import Glibc
import OperatingSystem
import Postgres
import PrivateServer
import Testing

/// How an unused server ends.
extension LocalClusterTests {
  @Test("The watcher stops an unused server, and leaves a used one alone")
  func watcher() async throws {
    try await withHome { cluster in
      try await cluster.create()
      try await cluster.start()
      let watcher = IdleWatcher(cluster, idleLimit: .zero, pause: .milliseconds(20))
      let hold = try cluster.hold()
      let watching = Task { try await watcher.run() }
      try await Task.sleep(for: .milliseconds(300))
      #expect(process(of: cluster) != nil)
      hold.release()
      try await watching.value
      #expect(cluster.status == .stopped)
    }
  }

  @Test("A connected client without a lock keeps the server alive")
  func otherClient() async throws {
    try await withHome { cluster in
      try await cluster.create()
      let connection = try await cluster.connect()
      let watcher = IdleWatcher(cluster, idleLimit: .zero, pause: .milliseconds(20))
      let watching = Task { try await watcher.run() }
      try await Task.sleep(for: .milliseconds(300))
      let count = try await connection.execute("SELECT 1")
      #expect(count == 1)
      await connection.close()
      try await watching.value
      #expect(cluster.status == .stopped)
    }
  }
}
