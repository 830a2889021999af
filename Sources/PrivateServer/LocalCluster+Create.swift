import Glibc
import OperatingSystem
import Postgres

extension LocalCluster {
  /// Makes the cluster, without starting it. An interrupted attempt leaves only a directory
  /// `data.new`, which the next one removes.
  package func create() async throws {
    let binaries = try binaries()
    do { try await prepareDirectory() } catch { throw Self.wrapped(error) }
    let lock = try await FileLock.acquire(changeLock, .exclusive)
    if isCreated { throw ClusterError.alreadyCreated(directory: directory) }
    let draft = directory + "/data.new"
    do { try await fill(draft, binaries) } catch {
      Directory.remove(draft)
      throw Self.wrapped(error)
    }
    guard rename(draft, dataDirectory) == 0 else {
      throw ClusterError.system(SystemError("rename \(draft)"))
    }
    lock.release()
  }

  /// As root, the server's account must get through to what is its own, whatever the umask. What an
  /// earlier attempt left closed is opened.
  private func prepareDirectory() async throws {
    let account = try ServerAccount.account
    try Directory.make(
      directory, mode: account == nil ? 0o700 : 0o755, exactly: account != nil)
    guard let account else { return }
    for path in Self.above(directory) + [directory] {
      var found = stat()
      guard stat(path, &found) == 0 else { throw SystemError("look at \(path)") }
      if account.mayPass(found) { continue }
      if path == directory, found.st_uid == geteuid(), chmod(path, 0o755) == 0 { continue }
      // An access list may say more than the mode.
      let isOpen = try await Program(["test", "-x", path], account: account).run().status == 0
      guard isOpen else {
        throw ClusterError.unreachable(
          path: path, mode: found.st_mode & 0o7777, account: account.name)
      }
    }
  }

  /// `/`, `/srv` and so on, without the directory itself.
  private static func above(_ directory: String) -> [String] {
    let names = directory.split(separator: "/").dropLast()
    return names.indices.reduce(into: ["/"]) { paths, index in
      paths.append("/" + names[...index].joined(separator: "/"))
    }
  }

  private func fill(_ draft: String, _ binaries: PostgresBinaries) async throws {
    try await prepare(draft, binaries)
    try await fillDatabase(draft, binaries)
  }

  /// A cluster without a database of ours.
  func prepare(_ draft: String, _ binaries: PostgresBinaries) async throws {
    Directory.remove(draft)
    try Directory.make(draft)
    try ServerAccount.give(draft)
    try await run([
      binaries.initdb, "-D", draft, "--username=\(administratorRole)", "--encoding=UTF8",
      "--locale=\(Self.locale)", "--lc-messages=C", "--data-checksums", "--auth=peer",
    ])
    try TextFile.append(Self.configuration, to: draft + "/postgresql.conf")
    try TextFile.write("local all all peer map=pdca\n", to: draft + "/pg_hba.conf")
    // Of logins that were added since, too, where it comes after another.
    let map = try TextFile.readIfPresent(dataDirectory + "/pg_ident.conf") ?? identityMap
    try TextFile.write(map, to: draft + "/pg_ident.conf")
  }

  /// In single-user mode, so that the cluster is complete before anyone can connect.
  private func fillDatabase(_ draft: String, _ binaries: PostgresBinaries) async throws {
    var statements = [
      "CREATE DATABASE \(Self.database) TEMPLATE template0 ENCODING 'UTF8';",
      "REVOKE ALL ON DATABASE \(Self.database) FROM PUBLIC;",
      "GRANT CONNECT, TEMPORARY ON DATABASE \(Self.database) TO PUBLIC;",
    ]
    if userRole != administratorRole {
      statements.insert("CREATE ROLE \(Query.quoted(identifier: userRole)) LOGIN;", at: 0)
    }
    let arguments = [binaries.postgres, "--single", "-j", "-D", draft, "postgres"]
    try await run(arguments, input: statements.joined(separator: "\n\n") + "\n\n")
  }

  private func run(_ arguments: [String], input: String? = nil) async throws {
    let outcome = try await Program(arguments, account: ServerAccount.account).run(input: input)
    let complaint = outcome.output.contains("ERROR:") || outcome.output.contains("FATAL:")
    guard outcome.status == 0, !complaint else {
      throw ClusterError.createFailed(output: trimmed(outcome.output))
    }
  }

  private var identityMap: String {
    let names = Set([userRole, administratorRole])
    let pairs = names.sorted().map { (userRole, $0) } + [(administratorRole, administratorRole)]
    let lines = Set(pairs.map { Self.identityLine(account: $0.0, role: $0.1) })
    return lines.sorted().joined()
  }

  static func identityLine(account: String, role: String) -> String {
    "pdca \"\(account)\" \"\(role)\"\n"
  }

  static func wrapped(_ error: any Error) -> ClusterError {
    switch error {
    case let error as ClusterError: error
    case let error as SystemError: .system(error)
    default: .createFailed(output: "\(error)")
    }
  }

  /// UTF-8 with byte order where the system has it.
  private static var locale: String {
    guard let found = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else { return "C" }
    freelocale(found)
    return "C.UTF-8"
  }

  private static let configuration = """

    # pdca: a private server for one account of this machine
    listen_addresses = ''
    unix_socket_permissions = 0700
    max_connections = 100
    shared_buffers = 128MB
    # A rebuild writes a gigabyte; each checkpoint within it would keep commits waiting for the disk.
    max_wal_size = 4GB
    checkpoint_timeout = 15min
    fsync = on
    synchronous_commit = on
    full_page_writes = on
    jit = off
    logging_collector = off
    log_line_prefix = '%m [%p] '
    timezone = 'UTC'
    log_timezone = 'UTC'

    """
}
