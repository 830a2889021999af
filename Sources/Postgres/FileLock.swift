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
  package static func attempt(_ path: String, _ mode: Mode) throws(ClusterError) -> FileLock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(SystemError("open \(path)")) }
    let operation = mode == .shared ? LOCK_SH : LOCK_EX
    if flock(descriptor, operation | LOCK_NB) == 0 { return FileLock(descriptor: descriptor) }
    let code = errno
    close(descriptor)
    if code == EWOULDBLOCK || code == EINTR { return nil }
    throw .system(SystemError("lock \(path)", code: code))
  }

  /// Waits for the lock, at most so long.
  package static func acquire(
    _ path: String, _ mode: Mode, within limit: Duration = .seconds(90)
  ) throws(ClusterError) -> FileLock {
    let deadline = Deadline(after: limit)
    while true {
      if let lock = try attempt(path, mode) { return lock }
      if deadline.remainingMilliseconds == 0 { throw .busy(path: path) }
      usleep(5_000)
    }
  }
}
