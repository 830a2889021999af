package import Postgres

/// Why the log refused an append, one case for each SQLSTATE of its own.
package enum AppendError: Error, Sendable, Equatable {
  /// PD001: others appended to the stream since its version was read.
  case staleVersion(stream: String, expected: Int, found: Int)
  /// PD002: the command id stands in the log with other content.
  case commandReused(CommandID)
  /// PD003
  case unknownDepartment(String)
  /// PD004: a caller's transaction is not READ COMMITTED.
  case wrongIsolation
  /// PD005, or a value that a type or a check of the log refuses: what was sent is no event.
  case malformedEvent(String)
  /// PD006: UPDATE, DELETE or TRUNCATE on the log.
  case appendOnly
  /// PD007: the department's code, or the head's part, is taken.
  case departmentTaken(String)
  /// PD010: the event isn't there, was redacted already, or more than texts would be erased.
  case notRedactable(String)
  /// PD014: the event isn't there, or was set aside already.
  case notExcludable(String)
  /// PD011: a line of an import is no event that can follow those before it.
  case notImportable(line: Int)
  /// PD012: an import into a log that holds something.
  case logNotEmpty
  /// PD013: a report or document that isn't the one the log pins.
  case notKeepable(String)
  /// PD020: the person hasn't the right that what was asked needs.
  case notPermitted(MissingRight)
  /// PD021: the login, or the role taken on, is no member's.
  case nobodysLogin(String)
  /// PD030: a reporting server's log comes from the primary alone.
  case onReplica(primary: String)
  /// 42501: the role may not append.
  case forbidden

  /// The SQLSTATEs that functions of `schema/` raise.
  package static let states: Set<SQLState> = [
    "PD001", "PD002", "PD003", "PD004", "PD005", "PD006", "PD007", "PD010",
    "PD011", "PD012", "PD013", "PD014", "PD020", "PD021", "PD030",
  ]
}

extension AppendError {
  /// Nil when the server's error is none of the log's.
  init?(_ error: PostgresError, department: String, commandID: CommandID?) {
    guard let server = error.serverError else { return nil }
    switch server.sqlState {
    case "PD001":
      guard let stale = Self.stale(server.detail) else { return nil }
      self = stale
    case "PD002": self = .commandReused(commandID ?? CommandID(bytes: Self.zeros, version: 0))
    case "PD003": self = .unknownDepartment(department)
    case "PD004": self = .wrongIsolation
    case "PD005": self = .malformedEvent(server.message)
    case "PD006": self = .appendOnly
    case "PD007": self = .departmentTaken(department)
    case "PD010": self = .notRedactable(server.message)
    case "PD011": self = .notImportable(line: Int(server.detail ?? "") ?? 0)
    case "PD012": self = .logNotEmpty
    case "PD013": self = .notKeepable(server.message)
    case "PD014": self = .notExcludable(server.message)
    case "PD020": self = .notPermitted(MissingRight(server.detail ?? ""))
    case "PD021": self = .nobodysLogin(server.detail ?? "")
    case "PD030": self = .onReplica(primary: server.detail ?? "")
    case .insufficientPrivilege: self = .forbidden
    case .notNullViolation, .checkViolation, "22P02", "22007", "22008", "54001":
      self = .malformedEvent(server.message)
    default: return nil
    }
  }

  private static let zeros = [UInt8](repeating: 0, count: 16)

  /// DETAIL is `stream expected found`.
  private static func stale(_ detail: String?) -> AppendError? {
    let parts = (detail ?? "").split(separator: " ")
    guard parts.count >= 3, let expected = Int(parts[parts.count - 2]),
      let found = Int(parts[parts.count - 1])
    else { return nil }
    let stream = parts.dropLast(2).joined(separator: " ")
    return .staleVersion(stream: stream, expected: expected, found: found)
  }
}

/// What the log misses in a person who asked for something.
package struct MissingRight: Sendable, Equatable {
  /// The login; the page's own where its forms don't make what was asked.
  package var person = ""
  /// Such as `lead`; `page` where the page may not append it at all.
  package var right = ""
  package var department = ""
  /// An event type, or the function that was called.
  package var asked = ""
  /// Logins of the administrators, who grant rights.
  package var administrators: [String] = []

  /// - Parameter detail: `person right department asked:administrators`; a login may hold spaces.
  init(_ detail: String) {
    let halves = detail.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let words = halves.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard words.count >= 4, let names = halves.last else { return }
    person = words.dropLast(3).joined(separator: " ")
    (right, department, asked) = (
      String(words[words.count - 3]), String(words[words.count - 2]), String(words[words.count - 1])
    )
    administrators = names.split(separator: ",").map {
      String($0.drop(while: { $0 == " " }))
    }
  }
}

/// Runs a call to the log, turning its SQLSTATEs into cases.
func callingLog<T>(
  _ department: String, _ commandID: CommandID? = nil, _ body: () throws -> T
) throws -> T {
  do { return try body() } catch let error as PostgresError {
    throw AppendError(error, department: department, commandID: commandID) ?? error
  }
}
