import Glibc
import Office
import OperatingSystem
import Tables
import Terminal

/// A file that is read once, in chunks; `-` is standard input.
struct InputFile {
  private static let chunk = 256 * 1024
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OfficeError.notReadable(path: path) }
  }

  /// Whether it can be looked at before it is read.
  var isRegular: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Line breaks in all of the file, whatever of it was read; nil where it can be read only once.
  var lineCount: Int? {
    guard isRegular else { return nil }
    var count = 0
    do {
      try look(from: 0) { piece in
        count += piece.count { $0 == UInt8(ascii: "\n") }
        return true
      }
    } catch { return nil }
    return count
  }

  /// Gives what is to be read of a regular file, which is read from there all the same.
  /// - Parameter body: says whether it wants more.
  func survey(_ body: (ArraySlice<UInt8>) throws -> Bool) throws {
    try look(from: max(0, lseek(descriptor, 0, SEEK_CUR)), body)
  }

  private func look(
    from start: Int, _ body: (ArraySlice<UInt8>) throws -> Bool
  ) throws {
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    var offset = start
    while true {
      let length = pread(descriptor, &buffer, buffer.count, offset)
      if length < 0 { throw OfficeError.notReadable(path: path) }
      guard length > 0, try body(buffer[..<length]) else { return }
      offset += length
    }
  }

  /// - Parameter limit: bytes that a line may have.
  func lines(limit: Int = 1 << 20, _ body: (TextLine) throws -> Void) throws {
    var reader = LineReader(limit: limit)
    try pieces { chunk in
      var lines: [TextLine] = []
      reader.feed(chunk.span) { lines.append($0) }
      for line in lines { try body(line) }
    }
    var lines: [TextLine] = []
    reader.finish { lines.append($0) }
    for line in lines { try body(line) }
  }

  /// Every byte.
  static func bytes(_ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try InputFile(path).pieces { bytes += $0 }
    return bytes
  }

  /// All of it, in the order of the file.
  func pieces(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let count: Int
      do { count = try Descriptor.read(from: descriptor, into: &buffer) } catch {
        throw OfficeError.notReadable(path: path)
      }
      if count == 0 { return }
      try body(buffer[..<count])
    }
  }
}
