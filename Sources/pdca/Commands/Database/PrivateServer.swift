import Postgres

enum PrivateServer {
  /// The private server, where that is the database in use.
  static func named(_ options: GlobalOptions) throws -> LocalCluster {
    guard case .privateCluster(let cluster, _) = try Premises.find(options, Configuration()) else {
      throw DeskError.notPrivate
    }
    return cluster
  }
}
