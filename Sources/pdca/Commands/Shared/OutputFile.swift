import Glibc
import OperatingSystem
import Postgres
import Terminal

/// A file that a command writes for people: whole or not at all, readable as the umask has it.
struct OutputFile {
  let path: String

  /// Where it grows before it takes its place.
  private var draft: String { "\(path).\(getpid()).new" }

  func write(_ text: String) throws {
    try replace { draft in
      let descriptor = try Self.opened(draft)
      defer { close(descriptor) }
      try Descriptor.write(Array(text.utf8), to: descriptor)
    }
  }

  /// A new or emptied file, open for writing.
  static func opened(_ path: String) throws -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError("open \(path)") }
    return descriptor
  }

  /// - Parameter make: makes the file at the path that it is given.
  func replace(_ make: (String) throws -> Void) throws {
    do {
      try make(draft)
      try finish()
    } catch { throw undone(error) }
  }

  /// The same with work that is waited for.
  func produce(_ make: (String) async throws -> Void) async throws {
    do {
      try await make(draft)
      try finish()
    } catch { throw undone(error) }
  }

  private func finish() throws {
    guard rename(draft, path) == 0 else { throw SystemError("rename \(draft)") }
  }

  private func undone(_ error: any Error) -> any Error {
    unlink(draft)
    switch error {
    case let fault as SystemError: return OutputFault(path: path, number: fault.code)
    case let fault as WriteFault: return OutputFault(path: path, number: fault.number)
    default: return error
    }
  }
}
