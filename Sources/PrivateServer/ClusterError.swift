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
  /// The data are of one major version of PostgreSQL, and the programs found of another.
  case otherVersion(data: Int, programs: Int, at: String)
  /// Nothing reads the old data without their version's programs.
  case formerMissing(version: Int, searched: String)
  case upgradeFailed(step: String, output: String)
  /// The new data don't say what the old say; the old are in use.
  case otherAfterUpgrade(draft: String)
  /// Data of an earlier upgrade lie where the old ones would be kept.
  case keptAlready(path: String)
  case unusableSocket(path: String)
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
    case .otherVersion(let data, let programs, let directory):
      """
      the data are of PostgreSQL \(data), and \(directory) has PostgreSQL \(programs). Nothing was changed.
        \(programs > data ? "Bring them over:  pdca database upgrade" : "Install it:  apt-get install postgresql-\(data)   (or PDCA_PG_BIN=/path/to/bin)")
      """
    case .formerMissing(let version, let searched):
      """
      the data are of PostgreSQL \(version), which only its own programs read: there are none in \(searched). Nothing was changed.
        Install them beside the new ones:  apt-get install postgresql-\(version)
        or say where they are:  pdca database upgrade --old /path/to/bin
      """
    case .upgradeFailed(let step, let output):
      "the \(step) of the upgrade failed; the old data are in use as before:\n\(output)"
    case .otherAfterUpgrade(let draft):
      "the logs in \(draft) are not those of the old data, which are in use as before."
    case .keptAlready(let path):
      "\(path) holds the data of an earlier upgrade.\n  Move it elsewhere, or remove it, and try again."
    case .unusableSocket(let path):
      "\(path) is no place for a socket: it is too long, or holds a comma.\n  Move the directory for the upgrade."
    case .system(let error): error.description
    }
  }
}
