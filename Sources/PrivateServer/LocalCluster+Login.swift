import Glibc
import OperatingSystem
import Postgres

extension LocalCluster {
  /// Makes a role, unless there is one, that the account running this process can connect as. For
  /// demonstrations, where one person plays several. The server must be running.
  package func addLogin(role: String) async throws {
    try Self.refuseUnusable(role)
    let administrator = try await connect(role: administratorRole)
    do { try await administrator.execute("CREATE ROLE \(identifier: role) LOGIN") } catch let error
      as PostgresError
    {
      guard error.sqlState == .duplicateObject else { throw error }
    }
    try await map(role)
    try await administrator.execute("SELECT pg_reload_conf()")
    await administrator.close()
    try await waitForLogin(role)
  }

  private func map(_ role: String) async throws {
    let lock = try await FileLock.acquire(changeLock, .exclusive)
    let file = dataDirectory + "/pg_ident.conf"
    let line = Self.identityLine(account: userRole, role: role)
    if try !TextFile.read(file).contains(line) { try TextFile.append(line, to: file) }
    lock.release()
  }

  /// The server reads its configuration again in its own time.
  private func waitForLogin(_ role: String) async throws {
    let deadline = Deadline(after: .seconds(10))
    while true {
      do { return await (try Connection.open(target(role: role))).close() } catch let error
        as PostgresError where error.sqlState == .insufficientPrivilege
      {
        // The server knows it; the database lets in whom its groups hold, which comes next.
        return
      } catch {
        if deadline.remainingMilliseconds == 0 { throw error }
        try await Task.sleep(for: .milliseconds(10))
      }
    }
  }

  private static func refuseUnusable(_ role: String) throws(ClusterError) {
    guard isUsable(role: role) else { throw .unusableRole(role) }
  }

  /// Whether a role of that name may be made: the server's configuration files, shells and
  /// terminals give other characters a meaning of their own.
  package static func isUsable(role: String) -> Bool {
    let isPlain = role.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "_-.@".contains(Character($0))
    }
    let isLength = (1...63).contains(role.utf8.count)
    return isPlain && isLength && !role.hasPrefix("pg_") && !"-@".contains(role.first!)
      && !reserved.contains(role) && !ownPrefixes.contains { role.hasPrefix($0) }
  }

  /// What PostgreSQL means otherwise, and our own roles.
  private static let reserved: Set = [
    "public", "none", "current_user", "current_role", "session_user", "user", "pdca_owner",
    "pdca_member", "pdca_administrator", "pdca_sender",
  ]
  private static let ownPrefixes = [
    "pdca_page_", "pdca_bi_", "pdca_member_", "pdca_administrator_", "pdca_sender_",
  ]
}
