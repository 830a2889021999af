package import OperatingSystem

/// Why the private cluster can't be used, with what to do about it.
package enum ClusterError: Error, Equatable, Sendable {
  case binariesMissing(searched: [String])
  /// As root, the account that the server must run as.
  case accountMissing(String)
  case notCreated(directory: String)
  case alreadyCreated(directory: String)
  case createFailed(output: String)
  /// The server ended or never answered; `log` is the end of its log file.
  case startFailed(log: String)
  case startTimedOut(directory: String)
  case stopTimedOut(directory: String)
  /// A role name that can't be written into the server's configuration.
  case unusableRole(String)
  /// A file or directory that belongs to somebody else, and can't be trusted.
  case foreignOwner(path: String)
  /// As root, a directory above the data that the server's account can't get through.
  case unreachable(path: String, mode: UInt32, account: String)
  case system(SystemError)
}

extension ClusterError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .binariesMissing(let searched):
      """
      no PostgreSQL \(PostgresBinaries.oldestVersion) or later in \(searched.joined(separator: ", ")).
        Install it:  apt-get install postgresql
        or say where its programs are:  PDCA_PG_BIN=/path/to/bin
      """
    case .accountMissing(let name):
      """
      PostgreSQL refuses to run as root, and there is no account \(name) to run it as.
        Make it:  apt-get install postgresql   (or: useradd --system \(name))
      """
    case .notCreated(let directory):
      "there is no database in \(directory).\n  Make one:  pdca init"
    case .alreadyCreated(let directory): "\(directory) already holds a database."
    case .createFailed(let output):
      "the database could not be made; nothing was left behind:\n\(output)"
    case .startFailed(let log): "the database server did not start. The end of its log:\n\(log)"
    case .startTimedOut(let directory):
      "the database server in \(directory) started but does not answer.\n  See \(directory)/server.log"
    case .stopTimedOut(let directory):
      "the database server in \(directory) does not stop.\n  See \(directory)/server.log"
    case .unusableRole(let role):
      "a role can't be named \(role): use letters, digits, '_', '-' and '.'."
    case .foreignOwner(let path):
      "\(path) belongs to another account and can't be trusted.\n  Remove it, or set PDCA_HOME."
    case .unreachable(let path, let mode, let account):
      """
      the server runs as \(account), which can't get through \(path) (mode \(String(mode, radix: 8))).
        Let it through:  chmod o+x \(path)   (or choose another place: PDCA_HOME=/srv/pdca)
      """
    case .system(let error): error.description
    }
  }
}
