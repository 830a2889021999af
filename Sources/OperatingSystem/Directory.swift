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
  package static func make(_ path: String, mode: mode_t = 0o700) throws {
    if mkdir(path, mode) == 0 || errno == EEXIST { return }
    let parent = parent(of: path)
    guard errno == ENOENT, parent != path else { throw SystemError("make \(path)") }
    try make(parent, mode: 0o755)
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw SystemError("make \(path)") }
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
