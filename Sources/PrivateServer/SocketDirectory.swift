import Glibc
import OperatingSystem
import Postgres

/// Where a private server's socket lies: beside its data, unless the path would be too long for
/// the operating system.
struct SocketDirectory {
  /// `sun_path` holds 108 bytes with the final NUL.
  static let longestPath = 107

  let path: String

  init(for directory: String, environment: [String: String]) {
    let beside = directory + "/socket"
    path =
      Self.fits(beside)
      ? beside
      : ServerProcess.socketDirectory(in: directory + "/data")
        ?? Self.short(for: Directory.resolved(directory) ?? directory, environment)
  }

  /// As the server's setting takes it: a list, in which quotes keep commas and spaces together.
  var setting: String { "\"" + path.replacing("\"", with: "\"\"") + "\"" }

  /// Makes it, or makes sure that the one there is the server's own.
  func prepare() throws(ClusterError) {
    let isNew = mkdir(path, 0o700) == 0
    guard isNew || errno == EEXIST else { throw .system(SystemError("make \(path)")) }
    if isNew { chmod(path, 0o700) }
    var found = stat()
    guard lstat(path, &found) == 0 else { throw .system(SystemError("look at \(path)")) }
    let isDirectory = found.st_mode & S_IFMT == S_IFDIR
    let owners = [geteuid(), ServerAccount.user]
    guard isDirectory, owners.contains(found.st_uid), found.st_mode & 0o077 == 0 else {
      throw .foreignOwner(path: path)
    }
    try ServerAccount.give(path)
  }

  /// libpq takes a comma for the end of a host's name, and has no way to write one.
  static func fits(_ directory: String) -> Bool {
    !directory.contains(",")
      && (directory + "/.s.PGSQL.\(LocalCluster.port)").utf8.count <= longestPath
  }

  /// Named by a hash of the cluster's directory, so that two clusters never share one.
  private static func short(for directory: String, _ environment: [String: String]) -> String {
    var hash = Fingerprint()
    hash.add(directory)
    let name = "/pdca-" + String(hash.value, radix: 16)
    if geteuid() != 0, let runtime = environment["XDG_RUNTIME_DIR"], !runtime.isEmpty,
      fits(runtime + name)
    {
      return runtime + name
    }
    return "/tmp" + name
  }
}
