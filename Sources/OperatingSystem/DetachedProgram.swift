import Subprocess
import Synchronization
import SystemPackage

/// A program that goes on when this process has ended: in a session of its own, so that no
/// terminal's signals reach it.
package final class DetachedProgram: Sendable {
  private let status = Mutex<Int32?>(nil)

  /// Nil while it runs; else the exit status, or 128 and the number of the signal that ended it.
  package var statusIfEnded: Int32? { status.withLock { $0 } }

  private init() {}

  /// - Parameter log: a file that its output is added to; nil where nobody reads it.
  /// - Throws: ``SystemError`` where it can't be started.
  package static func start(_ program: Program, log: String? = nil) async throws -> DetachedProgram
  {
    let output = try opened(log ?? "/dev/null")
    let started = DetachedProgram()
    let (beginnings, beginning) = AsyncThrowingStream.makeStream(of: Void.self)
    Task.detached {
      do {
        try await program.naming { try await started.follow(program, output, beginning) }
        beginning.finish()
      } catch { beginning.finish(throwing: error) }
    }
    for try await _ in beginnings { break }
    return started
  }

  private func follow(
    _ program: Program, _ output: FileDescriptor,
    _ beginning: AsyncThrowingStream<Void, any Error>.Continuation
  ) async throws {
    let result = try await Subprocess.run(
      program.configuration(detached: true), input: .none,
      output: .fileDescriptor(output, closeAfterSpawningProcess: true),
      error: .combinedWithOutput
    ) { _ in beginning.yield() }
    status.withLock { $0 = result.terminationStatus.number }
  }

  private static func opened(_ path: String) throws -> FileDescriptor {
    do {
      return try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .append, .closeOnExec],
        permissions: .ownerReadWrite)
    } catch let number as Errno { throw SystemError("open \(path)", number) }
  }
}
