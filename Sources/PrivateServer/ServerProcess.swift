import Glibc
import OperatingSystem

/// The server of a data directory, as the operating system shows it.
enum ServerProcess {
  /// Nil when no server runs there, whatever a crash left behind in `postmaster.pid`.
  static func running(in dataDirectory: String) -> Int32? {
    guard let process = recorded(at: file(dataDirectory)), isServer(process, of: dataDirectory)
    else {
      return nil
    }
    return process
  }

  /// Removes lock files of a server that was killed, when their number now belongs to some other
  /// program, which a new server would take for the old one. The server's check of its shared
  /// memory still protects the data.
  static func forgetStale(in dataDirectory: String, sockets: String) {
    let socketLock = "\(sockets)/.s.PGSQL.\(LocalCluster.port).lock"
    for path in [file(dataDirectory), socketLock] {
      guard let process = recorded(at: path), isAlive(process) else { continue }
      if !isServer(process, of: dataDirectory) { unlink(path) }
    }
  }

  static func isAlive(_ process: Int32) -> Bool {
    kill(process, 0) == 0 || errno == EPERM
  }

  /// Where the server that runs there has its socket: another session may have started it, with
  /// other variables. Nil when none runs.
  static func socketDirectory(in dataDirectory: String) -> String? {
    guard running(in: dataDirectory) != nil, let text = try? TextFile.read(file(dataDirectory))
    else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.count > 4 && lines[4].hasPrefix("/") ? String(lines[4]) : nil
  }

  /// The server that is ready there and whose socket is gone: whatever removed it, nobody can reach that server
  /// any more, and no other starts beside it.
  static func unreachable(in dataDirectory: String) -> Int32? {
    guard let process = running(in: dataDirectory),
      let text = try? TextFile.read(file(dataDirectory))
    else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      trimmed(String($0))
    }
    guard lines.count > 7, lines[7] == "ready", lines[4].hasPrefix("/") else { return nil }
    return access("\(lines[4])/.s.PGSQL.\(lines[3])", F_OK) != 0 && errno == ENOENT ? process : nil
  }

  private static func file(_ dataDirectory: String) -> String { dataDirectory + "/postmaster.pid" }

  private static func recorded(at path: String) -> Int32? {
    guard let text = try? TextFile.read(path) else { return nil }
    return text.split(whereSeparator: \.isNewline).first.flatMap { Int32($0) }
  }

  /// A server works inside its data directory.
  private static func isServer(_ process: Int32, of dataDirectory: String) -> Bool {
    var (here, there) = (stat(), stat())
    guard stat("/proc/\(process)/cwd", &there) == 0, stat(dataDirectory, &here) == 0 else {
      return false
    }
    guard let name = try? TextFile.read("/proc/\(process)/comm") else { return false }
    return here.st_ino == there.st_ino && here.st_dev == there.st_dev && trimmed(name) == "postgres"
  }
}
