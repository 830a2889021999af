import Glibc
import Terminal

/// What a command reads from a file, or from standard input.
enum InputFile {
  /// Every byte; `-` is standard input.
  static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DeskError.notReadable(path: path) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    do {
      while case let count = try Descriptor.read(from: descriptor, into: &chunk), count > 0 {
        bytes += chunk[..<count]
      }
    } catch { throw DeskError.notReadable(path: path) }
    return bytes
  }
}
