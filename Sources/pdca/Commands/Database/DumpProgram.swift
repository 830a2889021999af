import Glibc
import Postgres

/// PostgreSQL's own programs for saving and restoring.
enum DumpProgram {
  static func run(_ name: String, _ arguments: [String], on premises: Premises) throws {
    let binaries = try PostgresBinaries.find([name], environment: Surroundings.variables)
    let target = premises.administratorTarget
    for (key, variable) in variables {
      if let value = target.settings[key] { setenv(variable, value, 1) }
    }
    let database = target.settings["dbname"] ?? Surroundings.variables["PGDATABASE"] ?? ""
    let outcome = try ChildProcess.run(
      [binaries.directory + "/" + name, "--dbname=\(database)"] + arguments)
    guard outcome.status == 0 else {
      throw DeskError.programFailed(name: name, output: outcome.output)
    }
  }

  /// libpq's variables, which keep secrets out of the argument list.
  private static let variables = [
    "host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD",
    "sslmode": "PGSSLMODE", "service": "PGSERVICE", "passfile": "PGPASSFILE",
  ]
}

extension Premises {
  fileprivate var administratorTarget: Target {
    switch self {
    case .server(let target): target
    case .privateCluster(let cluster, _): cluster.target(role: cluster.administratorRole)
    }
  }
}
