package import Domain
import EventLog
import Glibc
import OperatingSystem
import Postgres
import PrivateServer
import ReadModels

/// Backups of the whole database in pg_dump's custom format.
extension Premises {
  /// Refuses a role that row security shows a part only: a backup of it would lack the rest.
  /// - Throws: `ProjectionError.notKeeper`.
  package func requireKeeper(by reach: Reach) async throws {
    let connection = try await connect(asAdministrator: true, by: reach)
    try await connection.perform { try Projector.requireKeeper(in: $0) }
    await connection.close()
  }

  /// Writes the database to a file that is there; secrets of sharing are left out.
  /// - Throws: ``OfficeError/programFailed(name:output:)``.
  package func backUp(to path: String, by reach: Reach) async throws {
    let connection = try await connect(asAdministrator: true, by: reach)
    let isDistributed = try await connection.perform { try Distribution.isDistributed(in: $0) }
    await connection.close()
    try await run(
      "pg_dump",
      [
        "--format=custom", "--enable-row-security", "--exclude-table-data=share.secret",
        // What is restored is a database of its own.
        "--exclude-table-data=log.upstream", "--no-publications", "--no-subscriptions",
        "--file=\(path)",
      ] + (isDistributed ? Self.anywhere : []))
  }

  /// What lets a dump of logs that Citus spreads be restored on a server without it: no extension but
  /// PostgreSQL's own, and nothing that is made anew from the logs.
  private static let anywhere =
    ["--extension=plpgsql"]
    + ["read", "read_*", "bi", "bi_store"].map { "--exclude-schema=\($0)" }

  /// Restores a backup into a server of its own, which is gone afterwards, and compares the root of
  /// every log with the database's.
  package func tried(backup path: String, by reach: Reach) async throws -> BackupTrial {
    let restored = try await Premises.scratch { scratch in
      let connection = try await scratch.connect(asAdministrator: true, by: reach)
      try await connection.perform { try LogRoles.makeFormer($0) }
      try await scratch.load(path)
      let roots = try await connection.perform { try LogRoots(of: $0) }
      await connection.close()
      return roots
    }
    let connection = try await connect(asAdministrator: true, by: reach)
    let trial = try await connection.perform { try BackupTrial(restored, against: $0) }
    await connection.close()
    return trial
  }

  /// Refuses a file that is no backup of these logs, before anything is made for it.
  /// - Throws: ``OfficeError/notBackup(path:output:)``.
  package func requireBackup(_ path: String) async throws {
    let program = try binaries("pg_restore").directory + "/pg_restore"
    let listed = try await Program([program, "--list", path]).run()
    guard listed.status == 0 else {
      throw OfficeError.notBackup(path: path, output: listed.output)
    }
    guard listed.output.contains(" TABLE log event ") else {
      throw OfficeError.notBackup(path: path, output: nil)
    }
  }

  /// Fills an empty database from a backup; a private one is made where there is none.
  /// Installation follows, since a backup may be older than this program.
  /// - Throws: ``OfficeError/notEmpty``, ``OfficeError/programFailed(name:output:)``.
  package func restore(_ path: String, by reach: Reach) async throws {
    let connection = try await connect(asAdministrator: true, by: reach)
    let state = try await connection.perform { session in
      // Roles are no part of a backup; the policies of an old one name these.
      try LogRoles.makeFormer(session)
      return try ProgramSchema.applier.state(session)
    }
    await connection.close()
    guard state == .missing else { throw OfficeError.notEmpty }
    try await load(path)
  }

  /// Privileges are this server's to give: groups bear the database's name.
  private func load(_ path: String) async throws {
    try await run(
      "pg_restore",
      ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", path])
  }
}

/// Logins of members after a restore: roles are the server's, and no part of a backup.
extension Premises {
  /// Members that can't log in to this server.
  package func membersWithoutLogin(by reach: Reach) async throws -> [Account] {
    let connection = try await connect(asAdministrator: true, by: reach)
    let missing = try await connection.perform { try Office.membersWithoutLogin(in: $0) }
    await connection.close()
    return missing
  }

  /// Those of the accounts whose logins this program can make: on the private server, where a role
  /// may be called so.
  package func makeable(_ accounts: [Account]) -> [Account] {
    guard case .privateCluster = self else { return [] }
    return accounts.filter { LocalCluster.isUsable(role: $0.rawValue) }
  }
}

/// PostgreSQL's own programs for saving and restoring, at the very address that commands use: all of
/// its settings are passed on, the password through the environment.
extension Premises {
  private func run(_ name: String, _ arguments: [String]) async throws {
    let binaries = try binaries(name)
    var settings = administratorTarget.settings
    let secret = settings.removeValue(forKey: "password").map { ["PGPASSWORD": $0] } ?? [:]
    let address = settings.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(Self.quoted($0.value))" }.joined(separator: " ")
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

  /// Of the private server's version, since a newer one's dumps are no older one's.
  private func binaries(_ name: String) throws -> PostgresBinaries {
    let variables = ProcessEnvironment.variables()
    guard case .privateCluster(let cluster, _) = self, let version = cluster.dataVersion else {
      return try PostgresBinaries.find([name], environment: variables)
    }
    return try PostgresBinaries.find([name], version: version, environment: variables)
  }

  private var administratorTarget: Target {
    switch self {
    case .server(let target): target
    case .privateCluster(let cluster, _): cluster.target(role: cluster.administratorRole)
    }
  }
}
