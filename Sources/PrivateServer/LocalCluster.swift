import Glibc
package import OperatingSystem
package import Postgres

/// A private PostgreSQL server with its data in one directory, reached through a Unix socket only.
/// Commands start it when they need it; see ``IdleWatcher`` for how it ends.
package struct LocalCluster: Sendable, Equatable {
  static let port = 5432
  /// The database that `create()` makes.
  package static let database = "pdca"

  package enum Status: Sendable, Equatable {
    /// Never created.
    case missing
    case stopped
    /// The server's process; it may still be starting.
    case running(process: Int32)
  }

  package let directory: String
  let environment: [String: String]

  /// - Parameter directory: absolute.
  package init(
    directory: String, environment: [String: String] = ProcessEnvironment.variables()
  ) {
    self.directory = directory
    self.environment = environment
  }

  /// In the usual place.
  package static func usual(
    _ environment: [String: String] = ProcessEnvironment.variables()
  ) throws(DirectoryFault) -> LocalCluster {
    LocalCluster(directory: try usualDirectory(environment), environment: environment)
  }

  /// `PDCA_HOME`, else `/var/lib/pdca` for root, else `pdca` in the user's data directory.
  package static func usualDirectory(
    _ environment: [String: String]
  ) throws(DirectoryFault) -> String {
    if let chosen = environment["PDCA_HOME"], !chosen.isEmpty {
      return try DirectoryPath(chosen, given: "PDCA_HOME").text
    }
    if geteuid() == 0 { return "/var/lib/pdca" }
    return try AccountDirectories(environment).data() + "/pdca"
  }

  /// The role that owns the server: `postgres` when this process is root.
  package var administratorRole: String {
    geteuid() == 0 ? ServerAccount.name : Self.systemUser
  }

  /// The role that commands connect as: the account that runs this process.
  package var userRole: String { Self.systemUser }

  /// - Parameter role: nil for ``userRole``.
  package func target(role: String? = nil, database: String = LocalCluster.database) -> Target {
    Target(settings: [
      "host": socketDirectory.path, "port": "\(Self.port)", "user": role ?? userRole,
      "dbname": database, "sslmode": "disable", "gssencmode": "disable",
    ])
  }

  package var status: Status {
    guard isCreated else { return .missing }
    return ServerProcess.running(in: dataDirectory).map { .running(process: $0) } ?? .stopped
  }

  /// Held while a command runs, so that nobody stops the server for being idle.
  package func hold() throws -> FileLock {
    guard isCreated else { throw ClusterError.notCreated(directory: directory) }
    let lock = try FileLock.acquire(useLock, .shared)
    utimes(useLock, nil)
    return lock
  }

  /// The server's messages.
  package var logFile: String { directory + "/server.log" }

  var dataDirectory: String { directory + "/data" }
  package var isCreated: Bool { Directory.exists(dataDirectory + "/PG_VERSION") }
  var socketDirectory: SocketDirectory {
    SocketDirectory(for: directory, environment: environment)
  }

  /// Its time of change says when a command last began.
  var useLock: String { directory + "/use.lock" }
  var changeLock: String { directory + "/change.lock" }
  var watchLock: String { directory + "/watch.lock" }

  func binaries() throws(ClusterError) -> PostgresBinaries {
    try PostgresBinaries.find(environment: environment)
  }

  private static var systemUser: String {
    SystemAccount.current?.name ?? "\(geteuid())"
  }
}
