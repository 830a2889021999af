package import Glibc

/// Directories made, listed and removed.
package enum Directory {
  /// Names without `.` and `..`; empty when there is no such directory.
  package static func entries(of path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes the directory and those above it; one that exists is left as it is.
  /// - Parameter exactly: whatever the umask, since another account must get through.
  package static func make(_ path: String, mode: mode_t = 0o700, exactly: Bool = false) throws {
    if try made(path, mode, exactly) { return }
    let parent = parent(of: path)
    guard parent != path else { throw SystemError("make \(path)", code: ENOENT) }
    try make(parent, mode: 0o755, exactly: exactly)
    guard try made(path, mode, exactly) else { throw SystemError("make \(path)", code: ENOENT) }
  }

  /// False when what is above it is missing.
  private static func made(_ path: String, _ mode: mode_t, _ exactly: Bool) throws -> Bool {
    if mkdir(path, mode) == 0 {
      if exactly, chmod(path, mode) != 0 { throw SystemError("open \(path) to others") }
      return true
    }
    if errno == EEXIST { return true }
    guard errno == ENOENT else { throw SystemError("make \(path)") }
    return false
  }

  /// Gives each of both the other's name, in one step.
  package static func exchange(_ one: String, _ other: String) throws {
    typealias Rename =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32
    // The C library's header hides it from Swift.
    guard let symbol = dlsym(nil, "renameat2") else {
      throw SystemError("exchange \(one)", code: ENOSYS)
    }
    let exchanging: UInt32 = 2
    let rename = unsafeBitCast(symbol, to: Rename.self)
    guard rename(AT_FDCWD, one, AT_FDCWD, other, exchanging) == 0 else {
      throw SystemError("exchange \(one)")
    }
  }

  /// What the link at the path points to; nil for what is no link.
  package static func link(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      readlink(path, bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// The path without links, where it exists.
  package static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Removes the directory and everything in it, following no links; absence is no error.
  package static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    for name in entries(of: path) { remove(path + "/" + name) }
    rmdir(path)
  }

  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
