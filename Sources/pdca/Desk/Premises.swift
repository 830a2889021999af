import Domain
import EventLog
import OperatingSystem
import Postgres
import PrivateServer
import Schema
import Terminal

/// The database that a command works on: whose it is, how to reach it.
enum Premises: Sendable {
  case privateCluster(LocalCluster, role: String?)
  case server(Target)

  /// The address given, else the environment's, else the configuration's, else the private server.
  static func find(_ options: GlobalOptions, _ configuration: Configuration) throws -> Premises {
    let variables = Surroundings.variables
    let user = options.user ?? variables["PDCA_USER"] ?? configuration["user"]
    func server(_ address: String, _ origin: Target.Origin) throws -> Premises {
      let target = try Target(address, from: origin)
      return .server(user.map { target.user($0) } ?? target)
    }
    if let address = options.database { return try server(address, .argument) }
    if let address = variables["PDCA_DATABASE_URL"], !address.isEmpty {
      return try server(address, .environment)
    }
    if let address = configuration["database"] { return try server(address, .configuration) }
    return .privateCluster(try LocalCluster.usual(), role: user)
  }

  /// Whether there is a database to ask without making one: an address is given, or the private
  /// server was made.
  static func isNamed(by words: [String]) -> Bool {
    if words.contains(where: { $0 == "--database" || $0.hasPrefix("--database=") }) { return true }
    if Surroundings.variables["PDCA_DATABASE_URL"].map({ !$0.isEmpty }) ?? false { return true }
    let configured = (try? Configuration())?["database"]
    return configured != nil || (try? LocalCluster.usual())?.isCreated ?? false
  }

  /// The private server, where that is the database in use.
  static func privateCluster(_ options: GlobalOptions) throws -> LocalCluster {
    guard case .privateCluster(let cluster, _) = try find(options, Configuration()) else {
      throw DeskError.notPrivate
    }
    return cluster
  }

  /// A connection; the private server is started when it rests.
  func connect(asAdministrator: Bool = false) async throws -> Connection {
    switch self {
    case .server(let target):
      try await Connection.open(target, deadline: Self.deadline)
    case .privateCluster(let cluster, let role):
      try await cluster.connect(
        role: asAdministrator ? cluster.administratorRole : role,
        watcher: Self.watcher(of: cluster), deadline: Self.deadline)
    }
  }

  /// Kept by a command on the private server while it runs.
  func hold() throws -> FileLock? {
    guard case .privateCluster(let cluster, _) = self else { return nil }
    return try cluster.hold()
  }

  static func watcher(of cluster: LocalCluster) -> [String] {
    [Surroundings.program, "database", "watch", "--directory", cluster.directory]
  }

  /// `PDCA_DEADLINE` in seconds, or 30.
  static var deadline: Duration {
    get throws { try Surroundings.seconds("PDCA_DEADLINE", usually: 30) }
  }
}
