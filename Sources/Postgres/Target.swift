import CLibPQ
import Glibc
import OperatingSystem

/// Which database to connect to, and as whom: libpq's connection settings, checked.
package struct Target: Sendable, Equatable {
  /// Where a setting came from, since a command line is seen by everyone on the machine.
  package enum Origin: Sendable { case argument, environment, configuration }

  /// libpq keywords and values; what is absent is left to libpq's variables and files.
  package private(set) var settings: [String: String]

  /// Parses a URL or a `keyword=value` string. Empty text leaves everything to libpq.
  package init(
    _ connectionInfo: String, from origin: Origin,
    environment: [String: String] = ProcessEnvironment.variables()
  ) throws(TargetError) {
    let parsed = try Self.parse(connectionInfo)
    if origin == .argument, parsed["password"] != nil { throw .passwordInArgument }
    self.init(settings: parsed, environment: environment)
  }

  package init(
    settings: [String: String], environment: [String: String] = ProcessEnvironment.variables()
  ) {
    self.settings = settings
    let known = EffectiveSettings(given: settings, environment: environment)
    if known.isRemote, known["sslmode"] == nil { self.settings["sslmode"] = "verify-full" }
  }

  /// The same server and user, another database.
  package func database(_ name: String) -> Target { setting("dbname", to: name) }

  /// The same server and database, another user.
  package func user(_ name: String) -> Target { setting("user", to: name) }

  package func setting(_ keyword: String, to value: String) -> Target {
    var copy = self
    copy.settings[keyword] = value
    return copy
  }

  /// Settings that decoding rests on and that a server reports by itself. `iso_8601` is nobody's
  /// default: where it is in force, the others that were sent with it are.
  static let reported = [
    ("DateStyle", "ISO"), ("IntervalStyle", "iso_8601"), ("TimeZone", "UTC"),
    ("standard_conforming_strings", "on"),
  ]

  /// What a connection is opened with. Settings that decoding rests on come last and so win.
  func startupSettings(environment: [String: String] = ProcessEnvironment.variables())
    -> [String: String]
  {
    let theirs = settings["options"] ?? environment["PGOPTIONS"]
    let ours = Self.reported.map { "\($0)=\($1)" } + ["bytea_output=hex", "extra_float_digits=1"]
    var all = settings
    all["options"] = ([theirs].compactMap { $0 } + ours.map { "-c \($0)" }).joined(separator: " ")
    all["client_encoding"] = "UTF8"
    all["application_name"] = all["application_name"] ?? "pdca"
    return all
  }

  private static func parse(_ text: String) throws(TargetError) -> [String: String] {
    var message: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(text, &message) else {
      defer { PQfreemem(message) }
      throw .malformed(message.map { trimmed(String(cString: $0)) } ?? "out of memory")
    }
    defer { PQconninfoFree(options) }
    var settings: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        settings[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    return settings
  }
}

/// Why connection settings were refused.
package enum TargetError: Error, Equatable, Sendable, CustomStringConvertible {
  /// libpq's own account; it may quote the text it could not read.
  case malformed(String)
  /// `--database` or `--user` with nothing in it, as a variable that isn't set leaves it.
  case empty(option: String)
  /// Others on the machine can read a command's arguments.
  case passwordInArgument

  package var description: String {
    switch self {
    case .malformed(let reason): "the database address can't be read: \(reason)"
    case .empty(let option): "\(option) is empty."
    case .passwordInArgument:
      """
      a password in --database is refused: everyone on this machine can read a command's arguments.
        Keep it in ~/.pgpass, or set PGPASSWORD or PDCA_DATABASE_URL.
      """
    }
  }
}
