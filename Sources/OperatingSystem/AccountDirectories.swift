/// Where the files of the account that runs this process go. Never in `/`, which is what a missing
/// home would make of `~/.config`.
package struct AccountDirectories: Sendable {
  private let variables: [String: String]
  private let account: SystemAccount?

  package init(
    _ variables: [String: String] = ProcessEnvironment.variables(),
    account: SystemAccount? = .current
  ) {
    self.variables = variables
    self.account = account
  }

  /// `$XDG_CONFIG_HOME`, else `~/.config`.
  package func configuration() throws(DirectoryFault) -> String {
    if let chosen = try base("XDG_CONFIG_HOME") { return chosen }
    return try home() + "/.config"
  }

  /// `$XDG_DATA_HOME`, else `~/.local/share`.
  package func data() throws(DirectoryFault) -> String {
    if let chosen = try base("XDG_DATA_HOME") { return chosen }
    return try home() + "/.local/share"
  }

  /// `HOME`, else what the account's entry names, where there is such a directory.
  private func home() throws(DirectoryFault) -> String {
    if let home = variables["HOME"].flatMap(Self.below) { return home }
    if let home = account.flatMap({ Self.below($0.home) }), Directory.exists(home) { return home }
    throw .homeless(account: account?.name)
  }

  /// What isn't absolute is passed over, as the XDG specification has it.
  private func base(_ variable: String) throws(DirectoryFault) -> String? {
    guard let path = variables[variable], path.hasPrefix("/") else { return nil }
    return try DirectoryPath(path, given: variable).text
  }

  /// Nil for what isn't absolute, and for the root itself.
  private static func below(_ path: String) -> String? {
    guard path.hasPrefix("/"), path.contains(where: { $0 != "/" }) else { return nil }
    return path
  }
}

/// A directory that a variable names, written one way.
package struct DirectoryPath: Sendable, Equatable {
  /// In bytes: what PostgreSQL takes, with room for its own names below.
  private static let longest = 900

  package let text: String

  package init(_ path: String, given variable: String) throws(DirectoryFault) {
    guard path.hasPrefix("/") else { throw .relative(variable: variable, path: path) }
    guard path.contains(where: { $0 != "/" }) else { throw .root(variable: variable) }
    guard path.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    else { throw .malformed(variable: variable) }
    guard path.utf8.count <= Self.longest else {
      throw .tooLong(variable: variable, length: path.utf8.count, limit: Self.longest)
    }
    var text = path
    while text.contains("//") { text = text.replacing("//", with: "/") }
    self.text = text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}

/// Why there is no directory for an account's files.
package enum DirectoryFault: Error, Equatable, Sendable {
  /// Neither `HOME` nor the account's entry names one.
  case homeless(account: String?)
  case relative(variable: String, path: String)
  case root(variable: String)
  /// It holds control characters.
  case malformed(variable: String)
  /// In bytes.
  case tooLong(variable: String, length: Int, limit: Int)
}
