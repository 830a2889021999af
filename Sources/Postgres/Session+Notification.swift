import CLibPQ
import Glibc
import OperatingSystem

/// A NOTIFY that another session sent. It is a hint: notifications are lost on reconnecting.
package struct Notification: Sendable, Equatable {
  package let channel: String
  package let payload: String
  /// The process of the server that sent it.
  package let sender: Int32
}

extension Session {
  package func listen(_ channel: String) throws { try execute("LISTEN \(identifier: channel)") }

  /// Nil when none comes in time. Ends early with `CancellationError` when the task is cancelled.
  package func waitForNotification(timeout: Duration) throws -> Notification? {
    let connection = try openPointer()
    let deadline = Deadline(after: timeout)
    while true {
      if libpq.consumeInput(connection) == 0 { throw lost(connection, .listening) }
      if let notification = nextNotification(connection) { return notification }
      let left = deadline.remainingMilliseconds
      if left == 0 { return nil }
      try Task.checkCancellation()
      _ = libpq.wait(PQsocket(connection), Readiness.read.rawValue, min(left, 100))
    }
  }

  private func nextNotification(_ connection: OpaquePointer) -> Notification? {
    guard let found = PQnotifies(connection) else { return nil }
    defer { PQfreemem(found) }
    return Notification(
      channel: String(cString: found.pointee.relname),
      payload: String(cString: found.pointee.extra), sender: found.pointee.be_pid)
  }
}
