package import Postgres
import ReadModels

/// Rests until a log has grown or some time has passed. It hears on a connection of its own, which
/// may fail without harm: then it rests for the time alone, and tries again now and then.
package actor HintListener {
  /// A server that doesn't let it listen must not hold up polling.
  private static let patience = Duration.seconds(2)

  private let target: Target
  private let tell: @Sendable (FollowerNews) -> Void
  private var connection: Connection?
  private var pauses = Backoff()
  private var nextAttempt = ContinuousClock.now
  /// Whether the loss was told, once for each.
  private var isMissed = false

  package init(_ target: Target, _ tell: @escaping @Sendable (FollowerNews) -> Void) {
    self.target = target
    self.tell = tell
  }

  package func rest(_ time: Duration) async throws {
    if connection == nil { await listen() }
    guard let connection else { return try await Task.sleep(for: min(time, .milliseconds(200))) }
    do {
      guard try await connection.waitForNotification(timeout: time) != nil else { return }
      while try await connection.waitForNotification(timeout: .zero) != nil {}
    } catch let error as PostgresError {
      miss(error)
    }
  }

  package func close() async {
    await connection?.close()
    connection = nil
  }

  private func listen() async {
    guard ContinuousClock.now >= nextAttempt else { return }
    do {
      let connection = try await Connection.open(target, deadline: Self.patience)
      try await connection.listen(LogHint.channel)
      self.connection = connection
      if isMissed { tell(.connection(.hearsAgain)) }
      (isMissed, pauses) = (false, Backoff())
    } catch {
      nextAttempt = ContinuousClock.now + pauses.next()
    }
  }

  private func miss(_ error: PostgresError) {
    connection = nil
    nextAttempt = ContinuousClock.now + pauses.next()
    if !isMissed { tell(.connection(.deaf(error))) }
    isMissed = true
  }
}
