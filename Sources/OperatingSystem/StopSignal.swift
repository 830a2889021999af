import Glibc
import Synchronization

/// SIGTERM or SIGINT, taken down for a loop that ends between two pieces of work.
package enum StopSignal {
  private static let received = Atomic<Bool>(false)

  /// From here on the signals no longer end the process.
  package static func watch() {
    for signal in [SIGTERM, SIGINT] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in
        StopSignal.received.store(true, ordering: .relaxed)
      }
      sigaction(signal, &action, nil)
    }
  }

  package static var wasReceived: Bool { received.load(ordering: .relaxed) }
}
