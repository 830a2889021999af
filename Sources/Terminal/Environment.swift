import Glibc

/// The process environment, read by name.
package enum Environment {
  /// The variables this target looks at.
  package static let names = [
    "PDCA_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS",
  ]

  /// Those of `names` that are set, with their values as they were at the call.
  package static func current(_ names: [String] = Environment.names) -> [String: String] {
    names.reduce(into: [:]) { found, name in
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
  }

  /// The width that the person prefers to the terminal's own.
  static var columns: Int? {
    getenv("COLUMNS").flatMap { Int(String(cString: $0)) }.flatMap { $0 > 0 ? $0 : nil }
  }
}
