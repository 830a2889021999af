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
  /// PD011: a line of an import is no event that can follow those before it.
  case notImportable(line: Int)
  /// PD012: an import into a log that holds something.
  case logNotEmpty
  /// PD013: a report or document that isn't the one the log pins.
  case notKeepable(String)
  /// 42501: the role may not append.
  case forbidden

  /// The SQLSTATEs that functions of `schema/` raise.
  package static let states: Set<SQLState> = [
    "PD001", "PD002", "PD003", "PD004", "PD005", "PD006", "PD007", "PD010",
    "PD011", "PD012", "PD013",
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
    case .insufficientPrivilege: self = .forbidden
    case .notNullViolation, .checkViolation, "22P02", "22007", "22008":
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

/// Runs a call to the log, turning its SQLSTATEs into cases.
func callingLog<T>(
  _ department: String, _ commandID: CommandID? = nil, _ body: () throws -> T
) throws -> T {
  do { return try body() } catch let error as PostgresError {
    throw AppendError(error, department: department, commandID: commandID) ?? error
  }
}
