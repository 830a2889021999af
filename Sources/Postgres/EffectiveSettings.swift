/// Settings as libpq will see them: given ones first, then a service's, then the environment's.
struct EffectiveSettings {
  private let given: [String: String]
  private let environment: [String: String]
  private let service: [String: String]

  init(given: [String: String], environment: [String: String]) {
    self.given = given
    self.environment = environment
    let name = given["service"] ?? environment["PGSERVICE"]
    service = name.map { ServiceFile.settings(of: $0, environment: environment) } ?? [:]
  }

  subscript(keyword: String) -> String? {
    given[keyword] ?? service[keyword] ?? environment["PG" + keyword.uppercased()]
  }

  /// True when any of the hosts is reached through a network.
  var isRemote: Bool {
    let hosts = self["hostaddr"] ?? self["host"] ?? ""
    return hosts.split(separator: ",").contains { Self.isRemote(String($0)) }
  }

  private static func isRemote(_ host: String) -> Bool {
    let local = host.hasPrefix("/") || host.hasPrefix("@")
    return !local && !["localhost", "127.0.0.1", "::1"].contains(host)
  }
}
