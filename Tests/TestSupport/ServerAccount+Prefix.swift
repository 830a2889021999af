import Glibc
package import PrivateServer

extension ServerAccount {
  /// Put before a program's arguments, runs it in the same process as that account; empty when
  /// this process isn't root.
  package static var prefix: [String] {
    guard geteuid() == 0 else { return [] }
    return ["setpriv", "--reuid=\(name)", "--regid=\(name)", "--init-groups", "--"]
  }
}
