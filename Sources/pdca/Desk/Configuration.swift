import Glibc
import OperatingSystem
import Postgres

/// The user's settings: lines of `key = value` in `pdca/config` of the XDG configuration
/// directory. Lines that start with `#` are comments.
struct Configuration {
  /// `database`: an address; `department`: the current one; `user`: a role.
  static let keys = ["database", "department", "user"]

  let path: String
  private(set) var values: [String: String] = [:]

  init(path: String = Configuration.usualPath(Surroundings.variables)) throws {
    self.path = path
    guard let text = try TextFile.readIfPresent(path) else { return }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      try read(line, number: index + 1)
    }
  }

  subscript(key: String) -> String? { values[key] }

  /// Sets a value and saves the file whole, other lines kept.
  mutating func set(_ key: String, to value: String) throws {
    values[key] = value
    let old = try TextFile.readIfPresent(path) ?? ""
    let kept = old.split(separator: "\n").filter { Self.key(of: $0) != key }
    let lines = kept.map(String.init) + ["\(key) = \(value)"]
    try Directory.make(Directory.parent(of: path))
    try TextFile.replace(path, with: lines.joined(separator: "\n") + "\n")
  }

  private mutating func read(_ line: Substring, number: Int) throws {
    let text = line.trimmed
    if text.isEmpty || text.hasPrefix("#") { return }
    guard let key = Self.key(of: line), let equals = line.firstIndex(of: "=") else {
      throw DeskError.configuration(path: path, line: number, text: text)
    }
    guard Self.keys.contains(key) else {
      throw DeskError.configuration(path: path, line: number, text: text)
    }
    values[key] = line[line.index(after: equals)...].trimmed
  }

  private static func key(of line: Substring) -> String? {
    guard let equals = line.firstIndex(of: "=") else { return nil }
    return line[..<equals].trimmed
  }

  static func usualPath(_ environment: [String: String]) -> String {
    if let directory = environment["XDG_CONFIG_HOME"], directory.hasPrefix("/") {
      return directory + "/pdca/config"
    }
    return (environment["HOME"] ?? "/") + "/.config/pdca/config"
  }
}

extension Substring {
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
