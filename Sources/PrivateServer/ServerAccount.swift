import Glibc
package import OperatingSystem

/// The account that a private server runs as. PostgreSQL refuses root, so that there another
/// account owns its files and processes.
package enum ServerAccount {
  package static let name = "postgres"

  /// Nil when this process isn't root: the server then runs as its own account.
  package static var account: SystemAccount? {
    get throws(ClusterError) {
      guard geteuid() == 0 else { return nil }
      guard let account = SystemAccount(named: name) else { throw .accountMissing(name) }
      return account
    }
  }

  /// Its numeric id: this process's own unless that is root and there is such an account.
  static var user: uid_t {
    geteuid() == 0 ? SystemAccount(named: name)?.user ?? 0 : geteuid()
  }

  /// Hands a file over; nothing to do when this process isn't root.
  package static func give(_ path: String) throws(ClusterError) {
    guard let account = try account else { return }
    guard lchown(path, account.user, account.group) == 0 else {
      throw .system(SystemError("hand over \(path)"))
    }
  }
}
