package import OperatingSystem
package import Postgres
package import PrivateServer

/// The database that a door works on: whose it is, how to reach it.
package enum Premises: Sendable {
  case privateCluster(LocalCluster, role: String?)
  case server(Target)

  /// The address given, else the environment's (`PDCA_DATABASE_URL`), else the configuration's, else
  /// the private server.
  /// - Parameters:
  ///   - database: an address that was given; it may hold no password.
  ///   - user: the role to connect as; nil takes the environment's (`PDCA_USER`), then the
  ///     configuration's.
  package static func find(
    database: String?, user: String?, _ configuration: Configuration,
    _ variables: [String: String] = ProcessEnvironment.variables()
  ) throws -> Premises {
    for (option, given) in [("--database", database), ("--user", user)] {
      if let given, given.allSatisfy(\.isWhitespace) { throw TargetError.empty(option: option) }
    }
    let set = variables["PDCA_USER"].flatMap { $0.isEmpty ? nil : $0 }
    let user = user ?? set ?? configuration["user"]
    func server(_ address: String, _ origin: Target.Origin) throws -> Premises {
      let target = try Target(address, from: origin)
      return .server(user.map { target.user($0) } ?? target)
    }
    if let address = database { return try server(address, .argument) }
    if let address = variables["PDCA_DATABASE_URL"], !address.isEmpty {
      return try server(address, .environment)
    }
    if let address = configuration["database"] { return try server(address, .configuration) }
    return .privateCluster(try LocalCluster.usual(), role: user)
  }

  /// A connection; the private server is started when it rests.
  /// - Parameters:
  ///   - program: `pdca` itself, which watches over a private server that is started here.
  ///   - deadline: for connecting and then for each call.
  package func connect(
    asAdministrator: Bool = false, watchedBy program: String, deadline: Duration
  ) async throws -> Connection {
    switch self {
    case .server(let target): try await Connection.open(target, deadline: deadline)
    case .privateCluster(let cluster, let role):
      try await cluster.connect(
        role: asAdministrator ? cluster.administratorRole : role,
        watcher: Self.watcher(of: cluster, program), deadline: deadline)
    }
  }

  /// Makes the private database where it is the one in use and there is none.
  /// - Parameter onMaking: told before that.
  package func makeIfMissing(_ onMaking: () -> Void = {}) async throws {
    guard case .privateCluster(let cluster, _) = self, cluster.status == .missing else { return }
    onMaking()
    try await cluster.create()
  }

  /// Kept by who uses the private server while it runs.
  package func hold() throws -> FileLock? {
    guard case .privateCluster(let cluster, _) = self else { return nil }
    return try cluster.hold()
  }

  /// The command line of the watcher over the private server.
  package static func watcher(of cluster: LocalCluster, _ program: String) -> [String] {
    [program, "database", "watch", "--directory", cluster.directory]
  }
}
