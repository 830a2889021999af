import Glibc
import Postgres
import TestSupport
import Testing

@Suite("A follower whose connections end", .serialized)
struct FollowerConnectionTests {
  @Test("Without its listening connection it goes on polling, says so once, and listens again")
  func listening() async throws {
    try await withCycle { pdca async throws in
      let follower = try pdca.follower()
      try await eventually("it listens") { try await pdca.listeners().count == 1 }
      let former = try await pdca.listeners()
      try await pdca.terminate(former)
      try await pdca.logTens(2)
      try await pdca.waitUntilCurrent()
      try await follower.waitUntil(says: "Notifications are received again.\n")
      #expect(try await pdca.listeners() != former)
      #expect(follower.end() == 0)
      let lines = follower.text.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines.first?.hasPrefix("Note: notifications stopped (the connection to ") == true)
      #expect(lines.first?.hasSuffix("). Polling goes on.") == true)
      #expect(lines.last == "Took in 20 events.")
      #expect(try await pdca.amendments() == 2)
    }
  }

  @Test("Without its working connection it connects again and goes on")
  func working() async throws {
    try await withCycle { pdca async throws in
      let follower = try pdca.japanese.follower()
      try await pdca.logTens(1)
      try await pdca.waitUntilCurrent()
      try await pdca.terminate(try await pdca.backends())
      try await pdca.logTens(2)
      try await follower.waitUntil(says: "秒後に再開しました。")
      try await pdca.waitUntilCurrent()
      #expect(follower.end() == 0)
      #expect(follower.text.contains("反映済みの内容は失われていません。再接続します。"))
      #expect(follower.text.hasSuffix("30 イベントを反映しました。\n"))
      #expect(try await pdca.amendments() == 3)
    }
  }

  /// On a server of their own: one that hangs keeps databases from being made and dropped.
  @Test("It outlives a server that is killed and started again, and stops at once where one hangs")
  func server() async throws {
    let cluster = try TestCluster.durable()
    try await withCycleOnServer(cluster) { pdca async throws in
      let follower = try pdca.follower()
      try await pdca.logTens(1)
      try await pdca.waitUntilCurrent()
      kill(cluster.server.pid, SIGQUIT)
      cluster.server.waitForExit()
      try await follower.waitUntil(says: "Nothing is lost; connecting again.\n")
      try await cluster.restart()
      try await follower.waitUntil(says: "Going on again after ")
      try await pdca.logTens(1)
      try await pdca.waitUntilCurrent()
      #expect(try pdca("projection", "check").status == 0)
      let backend = pid_t(try #require(try await pdca.backends().first))
      kill(backend, SIGSTOP)
      defer { kill(backend, SIGCONT) }
      try await pdca.logTens(1)
      #expect(follower.end() == 0)
      // That the server did not answer may be noted after it.
      #expect(follower.text.contains("Took in 20 events.\n"))
      #expect(!follower.text.contains("taken over"))
      #expect(try await pdca.amendments() == 2)
    }
  }

  @Test("It stops where another version of the program has built the read models")
  func otherVersion() async throws {
    try await withCycle { pdca async throws in
      let follower = try pdca.follower()
      try await pdca.logTens(1)
      try await pdca.waitUntilCurrent()
      _ = try await pdca.number("UPDATE read.pointer SET definition = 'newer' RETURNING 1")
      try await pdca.logTens(1)
      #expect(follower.process.waitForExit() == 64)
      #expect(
        follower.text == """
          Error: the read models (read_1) were built by another version of pdca: its views differ. Nothing was written.
            If this is the newer one:  pdca projection rebuild
            otherwise install the newer pdca.

          """)
      #expect(try await pdca.amendments() == 1)
    }
  }
}
