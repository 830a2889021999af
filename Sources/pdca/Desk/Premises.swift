import Domain
import Office
import PrivateServer
import Schema

extension Premises {
  /// The address given, else the environment's, else the configuration's, else the private server.
  static func find(_ options: GlobalOptions, _ configuration: Configuration) throws -> Premises {
    try find(
      database: options.database, user: options.user, configuration, Surroundings.variables)
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
      throw OfficeError.notPrivate
    }
    return cluster
  }

  /// A connection; the private server is started when it rests.
  func connect(asAdministrator: Bool = false) async throws -> LentConnection {
    try await lend(asAdministrator: asAdministrator, by: Self.reach)
  }

  static func watcher(of cluster: LocalCluster) -> [String] {
    watcher(of: cluster, Surroundings.program)
  }

  static var reach: Reach {
    get throws { Reach(program: Surroundings.program, deadline: try deadline) }
  }

  /// `PDCA_DEADLINE` in seconds, or 30.
  static var deadline: Duration {
    get throws { try Surroundings.seconds("PDCA_DEADLINE", usually: 30) }
  }
}

extension Premises {
  /// A connection for one command.
  func connectToWork() async throws -> LentConnection {
    try await connectToWork(by: Self.reach)
  }

  /// Takes in what was recorded, as the owner of a private server whose accounts have logins of their
  /// own: read models are the owner's, and nobody else follows. What can't be taken in now is later.
  /// - Parameter departments: those in whose logs it was; nil for any.
  func keepReadModelsUp(over lent: LentConnection, of departments: Set<DepartmentCode>?) async {
    if lent.isOwners { return await lent.keepReadModelsUp(of: departments) }
    guard case .privateCluster(let cluster, let role) = self,
      role ?? cluster.userRole != cluster.administratorRole,
      let connection = try? await connect(asAdministrator: true)
    else { return }
    await connection.catchUp(of: departments)
    await connection.close()
  }
}
