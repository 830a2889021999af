import Glibc

/// A system call that failed.
package struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
  package let action: String
  package let code: Int32

  package init(_ action: String, code: Int32 = errno) {
    self.action = action
    self.code = code
  }

  package var description: String { "\(action): \(String(cString: strerror(code)))" }
}

/// Small files read and written whole.
package enum TextFile {
  package static func read(_ path: String) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError("open \(path)") }
    defer { close(descriptor) }
    return rest(of: descriptor)
  }

  /// Nil when there is no such file.
  package static func readIfPresent(_ path: String) throws -> String? {
    do { return try read(path) } catch let error as SystemError {
      guard error.code == ENOENT else { throw error }
      return nil
    }
  }

  /// Puts a whole new text in the place of the old: a reader sees one or the other.
  package static func replace(_ path: String, with text: String) throws {
    let draft = path + ".new"
    try write(text, to: draft)
    guard rename(draft, path) == 0 else { throw SystemError("rename \(draft)") }
  }

  /// Everything up to the end, or to the first error.
  package static func rest(of descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  static func write(_ text: String, to path: String, mode: mode_t = 0o600) throws {
    try write(text, to: path, flags: O_CREAT | O_TRUNC, mode: mode)
  }

  static func append(_ text: String, to path: String) throws {
    try write(text, to: path, flags: O_APPEND, mode: 0o600)
  }

  private static func write(_ text: String, to path: String, flags: Int32, mode: mode_t) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, mode)
    guard descriptor >= 0 else { throw SystemError("open \(path)") }
    defer { close(descriptor) }
    try write(text, to: descriptor)
  }

  static func write(_ text: String, to descriptor: Int32) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw SystemError("write a file") }
      rest = rest.dropFirst(count)
    }
  }
}

/// Without white space at either end.
func trimmed(_ text: String) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}
