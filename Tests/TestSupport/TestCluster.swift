import Glibc
package import Postgres
import PrivateServer
import Synchronization

/// A throwaway PostgreSQL server for one test process. A watcher removes it when the process ends,
/// however it ends. Missing PostgreSQL programs fail the test that asks for it.
package final class TestCluster: Sendable {
  private static let made = Result { try TestCluster(durable: false, clock: nil) }

  /// One for the whole process, without fsync.
  package static var shared: TestCluster { get throws { try made.get() } }

  /// One more, with fsync, for tests that kill its server.
  package static func durable() throws -> TestCluster { try TestCluster(durable: true, clock: nil) }

  /// One more, whose server goes by a clock that the test moves.
  package static func withClock() throws -> TestCluster {
    try TestCluster(durable: false, clock: MovableClock())
  }

  /// One more, whose logs can be replicated logically.
  package static func publishing() throws -> TestCluster {
    try TestCluster(durable: false, clock: nil, more: ["wal_level=logical"])
  }

  /// Holds `data`, `server.log` and the socket.
  package let directory: String
  /// The superuser in the database `postgres`.
  package let target: Target
  /// Started last.
  private let running: Mutex<ChildProcess>
  /// While this end is open the watcher lets the server live.
  private let lifeline: Int32
  private let names = NameCounter()
  /// Making and dropping databases waits for checkpoints, and for other tests.
  private let patience = Duration.seconds(600)
  private let clock: MovableClock?
  let templates = DatabaseTemplates()

  private init(durable: Bool, clock: MovableClock?, more: [String] = []) throws {
    let binaries = try PostgresBinaries.find()
    directory = try Self.makeDirectory()
    self.clock = clock
    let asOwner = ServerAccount.prefix
    let made = try ChildProcess.run(
      asOwner + [
        binaries.initdb, "-D", directory + "/data", "--username=postgres", "--auth=trust",
        "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
      ])
    guard made.status == 0 else { throw TestClusterError(text: made.output) }
    try clock?.set("+0", in: directory)
    let server = try Self.start(
      asOwner + (clock?.environment(in: directory) ?? []), binaries, directory, durable: durable,
      more: more)
    running = Mutex(server)
    target = Target(settings: ["host": directory, "user": "postgres", "dbname": "postgres"])
    lifeline = try Self.watch(server, directory)
  }

  deinit { close(lifeline) }

  /// The postmaster.
  package var server: ChildProcess { running.withLock { $0 } }

  /// Starts a durable server again after its end, as often as it takes: a new one is refused while
  /// processes of the old one live.
  package func restart() async throws {
    let binaries = try PostgresBinaries.find()
    for _ in 0..<100 {
      let server = try Self.start(ServerAccount.prefix, binaries, directory, durable: true)
      running.withLock { $0 = server }
      do { return await (try connect()).close() } catch is TestClusterError {
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    throw TestClusterError(
      text: "the test server does not start again; see \(directory)/server.log")
  }

  /// Moves the clock that the server goes by.
  /// - Parameter offset: from the real time, such as `+1d` or `-2h`; `+0` puts it right.
  package func moveClock(by offset: String) throws { try clock?.set(offset, in: directory) }

  /// Makes a database, an empty one unless told, hands it over and drops it.
  package func withDatabase<T: Sendable>(
    like template: String = "template0", _ body: (Target) async throws -> T
  ) async throws -> T {
    let name = names.next()
    try await create(name, like: template)
    let result: Result<T, any Error>
    do { result = .success(try await body(target.database(name))) } catch {
      result = .failure(error)
    }
    try await drop(name)
    return try result.get()
  }

  func create(_ name: String, like template: String) async throws {
    let administrator = try await connect()
    try await administrator.execute(
      """
      CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: template) ENCODING 'UTF8'
      """)
    await administrator.close()
  }

  /// Tries again while the server recovers from the end of one of its processes.
  private func drop(_ name: String) async throws {
    for attempt in 1... {
      let administrator = try await connect()
      do {
        try await administrator.execute("DROP DATABASE IF EXISTS \(identifier: name) WITH (FORCE)")
        return await administrator.close()
      } catch PostgresError.connectionLost where attempt < 100 {
      } catch PostgresError.outcomeUnknown where attempt < 100 {
      }
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  /// Tries again while the server is starting.
  func connect() async throws -> Connection {
    for _ in 0..<1000 {
      do {
        return try await Connection.open(target, deadline: patience)
      } catch PostgresError.connectionFailed {
        if let status = server.exitIfEnded() {
          throw TestClusterError(text: "the test server ended with status \(status)")
        }
        try await Task.sleep(for: .milliseconds(10))
      }
    }
    return try await Connection.open(target, deadline: patience)
  }
}

/// What kept the test server from starting.
package struct TestClusterError: Error, CustomStringConvertible {
  let text: String
  package var description: String { text }
}

extension TestCluster {
  static func makeDirectory() throws -> String {
    var template = Array("/tmp/pdca-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestClusterError(text: "no directory in /tmp") }
    let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    try ServerAccount.give(path)
    return path
  }

  static func start(
    _ asOwner: [String], _ binaries: PostgresBinaries, _ directory: String, durable: Bool,
    more: [String] = []
  ) throws -> ChildProcess {
    let log = open(
      directory + "/server.log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    defer { close(log) }
    let settings =
      [
        "listen_addresses=", "unix_socket_directories=\(directory)", "max_connections=600",
        "shared_buffers=64MB", "fsync=\(durable ? "on" : "off")", "max_wal_size=2GB",
        "max_prepared_transactions=10",
      ] + more
    return try ChildProcess.start(
      asOwner + [binaries.postgres, "-D", directory + "/data"] + settings.flatMap { ["-c", $0] },
      output: log, detached: true)
  }

  /// A shell that waits for the end of this process, which closes the pipe, and cleans up: programs
  /// that the tests left running are those whose environment names the server's directory.
  static func watch(_ server: ChildProcess, _ directory: String) throws -> Int32 {
    let pipe = try Pipe()
    defer { close(pipe.readEnd) }
    let script = """
      read -r _
      for environment in $(grep -lsaF "host=$1&" /proc/[0-9]*/environ); do
        process=${environment#/proc/}
        kill -KILL "${process%/environ}" 2>/dev/null
      done
      read -r pid _ 2>/dev/null < "$1/data/postmaster.pid" && kill -QUIT "$pid" 2>/dev/null
      for _ in 1 2 3 4 5 6 7 8 9 10; do
        [ -e "$1/data/postmaster.pid" ] || break
        sleep 0.2
      done
      rm -rf "$1"
      """
    _ = try ChildProcess.start(
      ["/bin/sh", "-c", script, "watch", directory], input: pipe.readEnd, detached: true)
    return pipe.writeEnd
  }
}

/// Runs the body on an empty database of its own in the shared test server.
package func withDatabase<T: Sendable>(
  _ body: (Target) async throws -> T
) async throws -> T {
  try await TestCluster.shared.withDatabase(body)
}
