import Office
import OperatingSystem
import Postgres
import PrivateServer

/// PostgreSQL's own programs for saving and restoring, at the very address that commands use: all of
/// its settings are passed on, the password through the environment.
enum DumpProgram {
  static func run(_ name: String, _ arguments: [String], on premises: Premises) async throws {
    let binaries = try premises.binaries(name)
    var settings = premises.administratorTarget.settings
    let secret = settings.removeValue(forKey: "password").map { ["PGPASSWORD": $0] } ?? [:]
    let address = settings.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(quoted($0.value))" }.joined(separator: " ")
    let program = Program(
      [binaries.directory + "/" + name, "--dbname=\(address)"] + arguments, variables: secret)
    let outcome = try await program.run()
    guard outcome.status == 0 else {
      throw OfficeError.programFailed(name: name, output: outcome.output)
    }
  }

  /// As a `keyword=value` string takes it.
  private static func quoted(_ value: String) -> String {
    let escaped = value.unicodeScalars.reduce(into: "") { escaped, scalar in
      if scalar == "\\" || scalar == "'" { escaped.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return "'" + escaped + "'"
  }
}

extension Premises {
  /// Of the private server's version, since a newer one's dumps are no older one's.
  fileprivate func binaries(_ name: String) throws -> PostgresBinaries {
    guard case .privateCluster(let cluster, _) = self, let version = cluster.dataVersion else {
      return try PostgresBinaries.find([name], environment: Surroundings.variables)
    }
    return try PostgresBinaries.find(
      [name], version: version, environment: Surroundings.variables)
  }

  fileprivate var administratorTarget: Target {
    switch self {
    case .server(let target): target
    case .privateCluster(let cluster, _): cluster.target(role: cluster.administratorRole)
    }
  }
}
