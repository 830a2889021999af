import OperatingSystem

/// The user's settings: lines of `key = value` in `pdca/config` of the XDG configuration
/// directory. Lines that start with `#` are comments.
package struct Configuration: Sendable {
  /// `database`: an address; `department`: the current one; `user`: a role.
  package static let keys = ["database", "department", "user"]

  /// Nil where the account has no place for files.
  package let path: String?
  package private(set) var values: [String: String] = [:]

  /// The account's own, as the environment names it.
  private let usual: [String: String]

  package init(_ environment: [String: String] = ProcessEnvironment.variables()) throws {
    usual = environment
    path = try? Self.usualPath(environment)
    guard let path, let text = try TextFile.readIfPresent(path) else { return }
    let lines = TextFile.plain(text).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() { try read(line, number: index + 1, of: path) }
  }

  package subscript(key: String) -> String? { values[key] }

  /// Sets a value and saves the file whole, every other line as it was, with its line ends.
  /// - Returns: the file's path.
  package mutating func set(_ key: String, to value: String) throws -> String {
    values[key] = value
    let named = try path ?? Self.usualPath(usual)
    // Where it is a link, as people have who keep such files elsewhere, it stays one.
    let path = Directory.resolved(named) ?? named
    var lines = Self.lines(of: try TextFile.readIfPresent(path) ?? "")
    let end = lines.first?.hasSuffix("\r\n") == true ? "\r\n" : "\n"
    if let last = lines.last, last.last?.isNewline != true { lines[lines.count - 1] = last + end }
    let places = lines.indices.filter { Self.key(of: lines[$0]) == key }
    let mark = places.first == 0 && lines[0].hasPrefix("\u{FEFF}") ? "\u{FEFF}" : ""
    lines.insert("\(mark)\(key) = \(value)\(end)", at: places.first ?? lines.count)
    for place in places.reversed() { lines.remove(at: place + 1) }
    try Directory.make(Directory.parent(of: path))
    try TextFile.replace(path, with: lines.joined())
    return path
  }

  private mutating func read(_ line: Substring, number: Int, of path: String) throws {
    let text = line.trimmed
    if text.isEmpty || text.hasPrefix("#") { return }
    guard let key = Self.key(of: String(line)), Self.keys.contains(key),
      let equals = line.firstIndex(of: "=")
    else { throw ConfigurationFault(path: path, line: number, text: text) }
    values[key] = line[line.index(after: equals)...].trimmed
  }

  /// Nil for a comment and for what has no `=`.
  private static func key(of line: String) -> String? {
    let text = TextFile.plain(line)[...].trimmed
    guard !text.hasPrefix("#"), let equals = text.firstIndex(of: "=") else { return nil }
    return text[..<equals].trimmed
  }

  /// With their line ends, whatever these are.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for character in text {
      line.append(character)
      if ["\n", "\r\n", "\r"].contains(character) {
        lines.append(line)
        line = ""
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  package static func usualPath(_ environment: [String: String]) throws -> String {
    try AccountDirectories(environment).configuration() + "/pdca/config"
  }
}

/// A line of the settings that can't be read.
package struct ConfigurationFault: Error {
  package let path: String
  /// From 1.
  package let line: Int
  package let text: String
}

extension Substring {
  /// Without white space at its ends.
  package var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
