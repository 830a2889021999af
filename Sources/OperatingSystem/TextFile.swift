import Glibc
import SystemPackage

/// Small files read and written whole.
package enum TextFile {
  package static func read(_ path: String) throws -> String {
    let file = try opened(path, .readOnly)
    defer { try? file.close() }
    return rest(of: file.rawValue)
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
    while let count = try? Descriptor.read(from: descriptor, into: &chunk), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func write(_ text: String, to path: String) throws {
    try write(text, to: path, [.create, .truncate])
  }

  package static func append(_ text: String, to path: String) throws {
    try write(text, to: path, [.create, .append])
  }

  private static func write(
    _ text: String, to path: String, _ options: FileDescriptor.OpenOptions
  ) throws {
    let file = try opened(path, .writeOnly, options)
    defer { try? file.close() }
    do { try file.writeAll(text.utf8) } catch let number as Errno {
      throw SystemError("write \(path)", number)
    }
  }

  /// A new file is its owner's alone.
  private static func opened(
    _ path: String, _ mode: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions = []
  ) throws -> FileDescriptor {
    do {
      return try FileDescriptor.open(
        FilePath(path), mode, options: options.union(.closeOnExec),
        permissions: .ownerReadWrite)
    } catch let number as Errno { throw SystemError("open \(path)", number) }
  }
}

/// Without white space at either end.
package func trimmed(_ text: String) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}
