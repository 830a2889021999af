import Postgres
import ReadModels

/// Keeps the read models close behind a log that grows fast. Whatever it leaves undone, the next
/// reader does.
package enum ProjectionFollower {
  private static let pause = Duration.milliseconds(20)

  /// Follows until the task is cancelled.
  package static func follow(at premises: Premises, by reach: Reach) async {
    guard let connection = try? await premises.connect(by: reach) else { return }
    do {
      while !Task.isCancelled {
        _ = try await connection.perform { try Projector.catchUpAll(in: $0) }
        try await Task.sleep(for: pause)
      }
    } catch {}
    await connection.close()
  }
}
