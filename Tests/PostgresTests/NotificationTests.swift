import Postgres
import TestSupport
import Testing

@Suite("Notifications")
struct NotificationTests {
  @Test("A listener hears another session, once")
  func hears() async throws {
    try await withDatabase { target in
      let listener = try await Connection.open(target)
      let speaker = try await Connection.open(target)
      try await listener.listen("Odd \"channel\"")
      try await speaker.execute("SELECT pg_notify('Odd \"channel\"', 'payload 行')")
      let heard = try await listener.waitForNotification(timeout: .seconds(5))
      #expect(heard?.channel == "Odd \"channel\"")
      #expect(heard?.payload == "payload 行")
      #expect(heard?.sender == (await speaker.backendProcess))
      #expect(try await listener.waitForNotification(timeout: .milliseconds(50)) == nil)
      #expect(await listener.isOpen)
    }
  }

  @Test("Waiting ends when the task is cancelled")
  func cancelled() async throws {
    try await withConnection { connection in
      let waiting = Task { try await connection.waitForNotification(timeout: .seconds(60)) }
      try await Task.sleep(for: .milliseconds(50))
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
    }
  }
}
