import Glibc
import OperatingSystem

/// A file that a command writes for people: whole or not at all, readable as the umask has it, or
/// as the file was that it takes the place of. What is there and no file, such as a pipe or a
/// device, is written to as it is, and a link goes on leading where it led.
struct OutputFile {
  let path: String

  /// Whether a file stands there, or nothing.
  static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Where it is to stand, links followed.
  private let place: String
  /// Where it grows before it takes its place; nil where nothing is replaced.
  private let draft: String?

  init(path: String) {
    self.path = path
    let end = realpath(path, nil)
    defer { free(end) }
    place = end.map { String(cString: $0) } ?? path
    draft = Self.isReplaceable(path) ? "\(place).\(getpid()).new" : nil
  }

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
      try make(draft ?? path)
      try finish()
    } catch { throw undone(error) }
  }

  /// The same with work that is waited for.
  func produce(_ make: (String) async throws -> Void) async throws {
    do {
      try await make(draft ?? path)
      try finish()
    } catch { throw undone(error) }
  }

  private func finish() throws {
    guard let draft else { return }
    var former = stat()
    if stat(place, &former) == 0 { chmod(draft, former.st_mode & 0o7777) }
    guard rename(draft, place) == 0 else { throw SystemError("rename \(draft)") }
  }

  private func undone(_ error: any Error) -> any Error {
    if let draft { unlink(draft) }
    switch error {
    case let fault as SystemError: return OutputFault(path: path, number: fault.code)
    case let fault as WriteFault: return OutputFault(path: path, number: fault.number)
    default: return error
    }
  }
}
