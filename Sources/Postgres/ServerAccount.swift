import Glibc

/// The account that a private server runs as. PostgreSQL refuses root, so that there another
/// account owns its files and processes.
package enum ServerAccount {
  package static let name = "postgres"

  /// Put before a program's arguments, runs it in the same process as that account; empty when
  /// this process isn't root.
  package static var prefix: [String] {
    guard geteuid() == 0 else { return [] }
    return ["setpriv", "--reuid=\(name)", "--regid=\(name)", "--init-groups", "--"]
  }

  /// Its numeric id: this process's own unless that is root and there is such an account.
  static var user: uid_t {
    geteuid() == 0 ? getpwnam(name)?.pointee.pw_uid ?? 0 : geteuid()
  }

  /// Hands a file over; nothing to do when this process isn't root.
  package static func give(_ path: String) throws(ClusterError) {
    guard geteuid() == 0 else { return }
    guard let account = getpwnam(name) else { throw .accountMissing(name) }
    let (user, group) = (account.pointee.pw_uid, account.pointee.pw_gid)
    guard lchown(path, user, group) == 0 else { throw .system(SystemError("hand over \(path)")) }
  }
}
