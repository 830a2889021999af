import Glibc
import Synchronization

/// SIGINT, taken down so that what the server is doing is cancelled and its outcome told. A second
/// one ends the process at once.
package enum Interruption {
  private static let isWatched = Atomic<Bool>(false)
  private static let received = Atomic<Bool>(false)

  /// From here on the first SIGINT no longer ends the process.
  package static func watch() {
    isWatched.store(true, ordering: .relaxed)
    var action = sigaction()
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND) | UInt32(SA_RESTART))
    action.__sigaction_handler.sa_handler = { _ in
      Interruption.received.store(true, ordering: .relaxed)
    }
    sigaction(SIGINT, &action, nil)
  }

  package static var wasReceived: Bool { received.load(ordering: .relaxed) }

  /// Ends work that goes on in steps, before the next of them.
  /// - Throws: `PostgresError.interrupted`.
  package static func check() throws {
    if wasReceived { throw PostgresError.interrupted }
  }

  /// How long to wait before looking again, of a wait of so many milliseconds: the signal may reach
  /// any thread.
  static func patience(_ milliseconds: Int32) -> Int32 {
    isWatched.load(ordering: .relaxed) ? min(milliseconds, 100) : milliseconds
  }
}
