import Glibc
import OperatingSystem

/// libpq's connection service file, read only to know whether a service names a host and an
/// `sslmode`; libpq itself reads it again when connecting.
enum ServiceFile {
  /// Empty when no file has the service.
  static func settings(of service: String, environment: [String: String]) -> [String: String] {
    for path in paths(environment) {
      guard let text = contents(of: path) else { continue }
      if let found = section(service, of: text) { return found }
    }
    return [:]
  }

  private static func paths(_ environment: [String: String]) -> [String] {
    let own = environment["PGSERVICEFILE"] ?? environment["HOME"].map { $0 + "/.pg_service.conf" }
    let system = environment["PGSYSCONFDIR"] ?? "/etc/postgresql-common"
    return [own, system + "/pg_service.conf"].compactMap { $0 }
  }

  /// Nil when the text has no such section.
  static func section(_ name: String, of text: String) -> [String: String]? {
    var found: [String: String]?
    var inside = false
    for line in text.split(whereSeparator: \.isNewline).map({ trimmed(String($0)) }) {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        inside = line == "[\(name)]" && found == nil
        if inside { found = [:] }
      } else if inside, let sign = line.firstIndex(of: "=") {
        found?[String(line[..<sign])] = String(line[line.index(after: sign)...])
      }
    }
    return found
  }

  private static func contents(of path: String) -> String? {
    try? TextFile.read(path)
  }
}
