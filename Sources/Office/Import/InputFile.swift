import Glibc
import OperatingSystem
package import Tables

/// What is read once, in chunks: a file, standard input, or bytes that are there already.
package struct InputFile {
  private enum Source {
    case descriptor(Int32, path: String)
    case bytes([UInt8])
  }

  private static let chunk = 256 * 1024
  private let source: Source

  /// - Parameter path: `-` is standard input.
  /// - Throws: ``OfficeError/notReadable(path:)``.
  package init(_ path: String) throws {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OfficeError.notReadable(path: path) }
    source = .descriptor(descriptor, path: path)
  }

  /// Refuses a file that other programs are to read, and couldn't.
  /// - Throws: ``OfficeError/notReadable(path:)``.
  package static func requireReadable(_ path: String) throws {
    guard access(path, R_OK) == 0 else { throw OfficeError.notReadable(path: path) }
  }

  package init(bytes: [UInt8]) { source = .bytes(bytes) }

  /// Whether it can be looked at before it is read.
  var isRegular: Bool {
    guard case .descriptor(let descriptor, _) = source else { return true }
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Line breaks in all of the file, whatever of it was read; nil where it can be read only once.
  package var lineCount: Int? {
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
    guard case .descriptor(let descriptor, _) = source else { return try look(from: 0, body) }
    try look(from: max(0, lseek(descriptor, 0, SEEK_CUR)), body)
  }

  private func look(
    from start: Int, _ body: (ArraySlice<UInt8>) throws -> Bool
  ) throws {
    guard case .descriptor(let descriptor, let path) = source else {
      for piece in pieces(of: source) where try !body(piece) { return }
      return
    }
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    var offset = start
    while true {
      let length = pread(descriptor, &buffer, buffer.count, offset)
      if length < 0 { throw OfficeError.notReadable(path: path) }
      guard length > 0, try body(buffer[..<length]) else { return }
      offset += length
    }
  }

  private func pieces(of source: Source) -> [ArraySlice<UInt8>] {
    guard case .bytes(let bytes) = source else { return [] }
    return stride(from: 0, to: bytes.count, by: Self.chunk).map {
      bytes[$0..<min($0 + Self.chunk, bytes.count)]
    }
  }

  /// - Parameter limit: bytes that a line may have.
  package func lines(limit: Int = 1 << 20, _ body: (TextLine) throws -> Void) throws {
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

  /// Every byte of a file.
  package static func bytes(_ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try InputFile(path).pieces { bytes += $0 }
    return bytes
  }

  /// All of it, in the order of the file.
  package func pieces(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    guard case .descriptor(let descriptor, let path) = source else {
      for piece in pieces(of: source) { try body(piece) }
      return
    }
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
