package import Glibc

/// An account of this machine, as its list of users has it.
package struct SystemAccount: Sendable, Equatable {
  package let name: String
  package let user: uid_t
  package let group: gid_t
  package let home: String

  /// Nil where there is none of that name.
  package init?(named name: String) {
    guard let entry = getpwnam(name) else { return nil }
    self.init(entry.pointee)
  }

  /// Nil where this process's account has no entry, as in some containers.
  package static var current: SystemAccount? {
    getpwuid(geteuid()).map { SystemAccount($0.pointee) }
  }

  private init(_ entry: passwd) {
    name = String(cString: entry.pw_name)
    user = entry.pw_uid
    group = entry.pw_gid
    home = String(cString: entry.pw_dir)
  }

  /// Whether the mode of a directory lets it through to what is inside.
  package func mayPass(_ directory: stat) -> Bool {
    if directory.st_uid == user { return directory.st_mode & 0o100 != 0 }
    if groups.contains(directory.st_gid) { return directory.st_mode & 0o010 != 0 }
    return directory.st_mode & 0o001 != 0
  }

  /// Every group that it is a member of, its own first.
  var groups: [gid_t] {
    var count: Int32 = 64
    var found = [gid_t](repeating: 0, count: Int(count))
    if getgrouplist(name, group, &found, &count) < 0 {
      found = [gid_t](repeating: 0, count: Int(count))
      getgrouplist(name, group, &found, &count)
    }
    return Array(found.prefix(Int(count)))
  }
}
