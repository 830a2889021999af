import Glibc
import OperatingSystem
package import Postgres

extension LocalCluster {
  /// The major version of PostgreSQL that made the data; nil where there are none.
  package var dataVersion: Int? {
    (try? TextFile.read(dataDirectory + "/PG_VERSION")).flatMap { Int(trimmed($0)) }
  }

  /// A cluster carried over from one major version to another.
  package struct Upgrade: Sendable, Equatable {
    package let from: Int
    package let to: Int
    /// Where the old data are kept.
    package let kept: String
  }

  /// Programs of the version that made the data.
  func matchingBinaries() async throws -> PostgresBinaries {
    guard let version = dataVersion else { return try binaries() }
    let found = try PostgresBinaries.find(version: version, environment: environment)
    let others = try await found.majorVersion()
    guard others == version else {
      throw ClusterError.otherVersion(data: version, programs: others, at: found.directory)
    }
    return found
  }

  /// Carries the data over to the newest PostgreSQL of this machine: dumped from the old server,
  /// restored into a new one, and put in the old one's place when both say the same. Nobody
  /// else reaches either server meanwhile, and commands wait.
  /// - Parameters:
  ///   - old: where the old version's programs are; nil for the usual place.
  ///   - account: what both must say the same of.
  /// - Returns: nil where the data are of that version already.
  package func upgrade<Account: Equatable & Sendable>(
    old: String? = nil, account: @Sendable (Session) throws -> Account
  ) async throws -> Upgrade? {
    guard let from = dataVersion else { throw ClusterError.notCreated(directory: directory) }
    let new = try PostgresBinaries.find(
      ["postgres", "initdb", "psql"], environment: environment)
    let to = try await new.majorVersion()
    let kept = directory + "/data.\(from)"
    try finishExchange(to)
    if to == from { return nil }
    guard to > from else {
      throw ClusterError.otherVersion(data: from, programs: to, at: new.directory)
    }
    guard !Directory.exists(kept) else { throw ClusterError.keptAlready(path: kept) }
    let former = try await former(from, at: old)
    try await stop()
    let lock = try await FileLock.acquire(changeLock, .exclusive)
    guard ServerProcess.running(in: dataDirectory) == nil else {
      throw ClusterError.stopTimedOut(directory: directory)
    }
    try await carry(former, new, account)
    try exchange(keeping: kept)
    lock.release()
    return Upgrade(from: from, to: to, kept: kept)
  }

  private func former(_ version: Int, at named: String?) async throws -> PostgresBinaries {
    let directory = named ?? "\(PostgresBinaries.root)/\(version)/bin"
    guard access(directory + "/postgres", X_OK) == 0 else {
      throw ClusterError.formerMissing(version: version, searched: directory)
    }
    let found = PostgresBinaries(directory: directory)
    let other = try await found.majorVersion()
    guard other == version else {
      throw ClusterError.otherVersion(data: version, programs: other, at: directory)
    }
    return found
  }
}

/// The steps, each of which leaves the data in use as they were.
extension LocalCluster {
  private var draft: String { directory + "/data.new" }

  private func carry<Account: Equatable & Sendable>(
    _ former: PostgresBinaries, _ new: PostgresBinaries,
    _ account: @Sendable (Session) throws -> Account
  ) async throws {
    let (socket, dump) = (directory + "/upgrade", directory + "/upgrade.sql")
    defer {
      Directory.remove(socket)
      unlink(dump)
    }
    do {
      Directory.remove(socket)
      try Directory.make(socket)
      try ServerAccount.give(socket)
      let told = try await dumped(former, socket: reachable(socket), to: dump, account)
      try await prepare(draft, new)
      let found = try await restored(
        new, socket: reachable(socket), from: dump, by: psql(of: former, else: new), account)
      guard told == found else { throw ClusterError.otherAfterUpgrade(draft: draft) }
    } catch {
      if case ClusterError.otherAfterUpgrade = error { throw error }
      Directory.remove(draft)
      throw Self.wrapped(error)
    }
  }

  /// libpq and the operating system take no path at will.
  private func reachable(_ socket: String) throws -> String {
    guard SocketDirectory.fits(socket) else { throw ClusterError.unusableSocket(path: socket) }
    return socket
  }

  /// What the old server says, when all it holds is in the file. Its own version writes the file: a
  /// newer one's may not know what a late minor release keeps in its catalogs (seen from 15.20 to 18.6).
  private func dumped<Account: Sendable>(
    _ former: PostgresBinaries, socket: String, to dump: String,
    _ account: @Sendable (Session) throws -> Account
  ) async throws -> Account {
    try await on(dataDirectory, former, socket) { server in
      let connection = try await Connection.open(server.target(Self.database))
      let told = try await connection.perform(account)
      await connection.close()
      try TextFile.write("", to: dump)
      try ServerAccount.give(dump)
      try await run(
        [former.directory + "/pg_dumpall", "--file=\(dump)"] + Self.address(server), "dump")
      return told
    }
  }

  /// A dump has commands of its own version's psql, which an earlier minor release of the new one may not
  /// know (`\restrict` of 15.18, which 16.2 doesn't).
  private func psql(of former: PostgresBinaries, else new: PostgresBinaries) -> String {
    let own = former.directory + "/psql"
    return access(own, X_OK) == 0 ? own : new.directory + "/psql"
  }

  private func restored<Account: Sendable>(
    _ new: PostgresBinaries, socket: String, from dump: String, by psql: String,
    _ account: @Sendable (Session) throws -> Account
  ) async throws -> Account {
    try await on(draft, new, socket) { server in
      try withoutOwner(dump)
      try await run(
        [
          psql, "--no-psqlrc", "--quiet", "--output=/dev/null",
          "--set=ON_ERROR_STOP=1",
          "--file=\(dump)",
        ]
          + Self.address(server), "restore")
      let connection = try await Connection.open(server.target(Self.database))
      let found = try await connection.perform(account)
      try await connection.execute("ANALYZE")
      await connection.close()
      return found
    }
  }

  private static func address(_ server: AsideServer) -> [String] {
    let settings = server.target("postgres").settings
    return [
      "--host=\(settings["host"]!)", "--port=\(settings["port"]!)",
      "--username=\(settings["user"]!)", "--no-password",
    ]
  }

  private func run(_ arguments: [String], _ what: String) async throws {
    let outcome = try await Program(
      arguments, variables: ["PGDATABASE": "postgres"], account: ServerAccount.account
    ).run()
    guard outcome.status == 0 else {
      throw ClusterError.upgradeFailed(step: what, output: trimmed(outcome.output))
    }
  }

  /// The role that owns the server is there before anything is restored.
  private func withoutOwner(_ dump: String) throws {
    let text = try TextFile.read(dump)
    let owner = Query.quoted(identifier: administratorRole)
    let lines = ["CREATE ROLE \(administratorRole);\n", "CREATE ROLE \(owner);\n"]
    let kept = lines.reduce(text) { $0.replacing("\n" + $1, with: "\n", maxReplacements: 1) }
    try TextFile.write(kept, to: dump)
  }

  private func on<Result: Sendable>(
    _ data: String, _ binaries: PostgresBinaries, _ socket: String,
    _ body: (AsideServer) async throws -> Result
  ) async throws -> Result {
    let server = try await AsideServer.start(data, binaries, socket: socket, log: logFile)
    do {
      let result = try await body(server)
      try await server.stop()
      return result
    } catch {
      try? await server.stop()
      throw error
    }
  }

  /// One step, so that there are data at every moment: the new or the old.
  private func exchange(keeping kept: String) throws {
    try Directory.exchange(draft, dataDirectory)
    guard rename(draft, kept) == 0 else { throw SystemError("rename \(draft)") }
  }

  /// What an upgrade that was ended after the exchange left to do.
  private func finishExchange(_ version: Int) throws {
    guard dataVersion == version,
      let left = (try? TextFile.read(draft + "/PG_VERSION")).flatMap({ Int(trimmed($0)) }),
      left < version
    else { return }
    guard rename(draft, directory + "/data.\(left)") == 0 else {
      throw SystemError("rename \(draft)")
    }
  }
}
