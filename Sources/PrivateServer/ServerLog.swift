import Glibc
import OperatingSystem

/// A private server's log file.
struct ServerLog {
  private static let longest = 8_388_608

  let path: String

  /// In bytes; 0 when there is no file.
  var size: Int {
    var found = stat()
    return stat(path, &found) == 0 ? Int(found.st_size) : 0
  }

  /// Begins a new file when the old one has grown long, and keeps one old one.
  func keepShort() {
    if size > Self.longest { rename(path, path + ".1") }
  }

  /// The last lines written after that many bytes.
  func text(from start: Int) -> String {
    let bytes = Array(((try? TextFile.read(path)) ?? "").utf8.dropFirst(start))
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.suffix(12).joined(separator: "\n")
  }
}
