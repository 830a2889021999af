import Glibc

/// A lock on a file, shared or exclusive, freed when the value goes or the process ends. Programs
/// that this process starts don't inherit it.
package struct FileLock: ~Copyable {
  package enum Mode: Sendable { case shared, exclusive }

  private let descriptor: Int32

  deinit { close(descriptor) }

  /// Frees it now; mentioning the lock at the end also keeps it until there.
  package consuming func release() {}

  /// Nil when another process holds it so that both can't.
  package static func attempt(_ path: String, _ mode: Mode) throws -> FileLock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError("open \(path)") }
    let operation = mode == .shared ? LOCK_SH : LOCK_EX
    if flock(descriptor, operation | LOCK_NB) == 0 { return FileLock(descriptor: descriptor) }
    let code = errno
    close(descriptor)
    if code == EWOULDBLOCK || code == EINTR { return nil }
    throw SystemError("lock \(path)", code: code)
  }

  /// Waits for the lock, at most so long, and lets others use the thread meanwhile: the lock's holder
  /// may be work of this very process.
  package static func acquire(
    _ path: String, _ mode: Mode, within limit: Duration = .seconds(90)
  ) async throws -> FileLock {
    let deadline = Deadline(after: limit)
    while true {
      if let lock = try attempt(path, mode) { return lock }
      if deadline.remainingMilliseconds == 0 { throw LockBusy(path: path) }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// The same for work on a thread of its own.
  package static func acquire(
    _ path: String, _ mode: Mode, within limit: Duration = .seconds(90)
  ) throws -> FileLock {
    let deadline = Deadline(after: limit)
    while true {
      if let lock = try attempt(path, mode) { return lock }
      if deadline.remainingMilliseconds == 0 { throw LockBusy(path: path) }
      usleep(5_000)
    }
  }
}

/// Another command held a lock for longer than anything should take.
package struct LockBusy: Error, Equatable, Sendable, CustomStringConvertible {
  package let path: String

  package var description: String {
    "another pdca has held \(path) for too long.\n  Wait for it, or end it, and try again."
  }
}
