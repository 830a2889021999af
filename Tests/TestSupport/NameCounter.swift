import Synchronization

/// Database names that are not used twice.
final class NameCounter: Sendable {
  private let count = Mutex(0)

  func next() -> String {
    count.withLock {
      $0 += 1
      return "test_\($0)"
    }
  }
}
