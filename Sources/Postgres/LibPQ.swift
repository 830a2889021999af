package import CLibPQ
import Glibc

/// The libpq calls that can fail for reasons outside this program. Tests replace single entries to
/// make them fail on demand; everything else uses ``real``.
package struct LibPQ: Sendable {
  package typealias Connection = OpaquePointer
  package typealias Result = OpaquePointer

  package var connectPoll: @Sendable (Connection) -> PostgresPollingStatusType = {
    PQconnectPoll($0)
  }
  /// Waits for `events` of poll(2) on a socket: the ready ones, 0 when the time is up, -1 on error.
  package var wait: @Sendable (_ socket: Int32, _ events: Int16, _ milliseconds: Int32) -> Int32 = {
    var descriptor = pollfd(fd: $0, events: $1, revents: 0)
    let ready = poll(&descriptor, 1, $2)
    return ready > 0 ? Int32(descriptor.revents) : ready
  }
  /// Hands a statement to libpq by calling `send`; 0 means that it could not be sent.
  package var send: @Sendable (Connection, _ send: () -> Int32) -> Int32 = { $1() }
  package var flush: @Sendable (Connection) -> Int32 = { PQflush($0) }
  package var consumeInput: @Sendable (Connection) -> Int32 = { PQconsumeInput($0) }
  package var getResult: @Sendable (Connection) -> Result? = { PQgetResult($0) }
  package var putCopyData: @Sendable (Connection, UnsafePointer<CChar>, Int32) -> Int32 = {
    PQputCopyData($0, $1, $2)
  }
  package var getCopyData:
    @Sendable (Connection, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32 = {
      PQgetCopyData($0, $1, 1)
    }

  package init() {}

  package static let real = LibPQ()
}
