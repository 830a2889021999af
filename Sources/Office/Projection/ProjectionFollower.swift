import Postgres
import ReadModels

/// Keeps the read models close behind a log that grows fast. Whatever it leaves undone, the next
/// reader does.
enum ProjectionFollower {
  private static let pause = Duration.milliseconds(20)

  /// Follows until the task is cancelled.
  @Sendable static func follow(_ premises: Premises) async {
    guard let connection = try? await premises.connect() else { return }
    do {
      while !Task.isCancelled {
        _ = try await connection.perform { try Projector.catchUpAll(in: $0) }
        try await Task.sleep(for: pause)
      }
    } catch {}
    await connection.close()
  }
}
