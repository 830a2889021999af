import Glibc
import OperatingSystem
import Postgres

/// A server that only this process reaches, while a cluster is carried over to another version: its
/// socket lies where no command looks.
struct AsideServer {
  private let process: Int32
  private let socket: String

  /// - Parameter data: a data directory that no server runs on.
  static func start(
    _ data: String, _ binaries: PostgresBinaries, socket: String, log: String
  ) async throws -> AsideServer {
    let quoted = "\"" + socket.replacing("\"", with: "\"\"") + "\""
    let program = Program(
      [
        binaries.postgres, "-D", data, "-p", "\(LocalCluster.port)", "-c",
        "unix_socket_directories=\(quoted)", "-c", "listen_addresses=",
      ], account: try ServerAccount.account)
    let started = try await DetachedProgram.start(program, log: log)
    let deadline = Deadline(after: .seconds(120))
    while started.statusIfEnded == nil, deadline.remainingMilliseconds > 0 {
      if let process = ServerProcess.running(in: data) {
        let server = AsideServer(process: process, socket: socket)
        if await server.answers() { return server }
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw ClusterError.startFailed(log: ServerLog(path: log).text(from: 0))
  }

  private func answers() async -> Bool {
    do {
      await (try Connection.open(target("postgres"), deadline: .seconds(5))).close()
      return true
    } catch { return false }
  }

  /// As the server's owner.
  func target(_ database: String) -> Target {
    Target(settings: [
      "host": socket, "port": "\(LocalCluster.port)", "dbname": database,
      "user": geteuid() == 0 ? ServerAccount.name : SystemAccount.current?.name ?? "\(geteuid())",
      "sslmode": "disable", "gssencmode": "disable",
    ])
  }

  func stop() async throws {
    kill(process, SIGINT)
    let deadline = Deadline(after: .seconds(120))
    while ServerProcess.isAlive(process) {
      if deadline.remainingMilliseconds == 0 { throw ClusterError.stopTimedOut(directory: socket) }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}
