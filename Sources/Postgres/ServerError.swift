import CLibPQ

/// An error as the server told it. Bound arguments are not part of it, except where the server
/// quotes a value in `message` or `detail`.
package struct ServerError: Error, Equatable, Sendable {
  package var sqlState: SQLState
  /// `ERROR`, `FATAL`, `PANIC` or `WARNING`, whatever the server's language.
  package var severity: String
  package var message: String
  package var detail: String?
  package var hint: String?
  package var schema: String?
  package var table: String?
  package var column: String?
  package var constraint: String?
  /// The function of the server's source that raised it: the same in every language.
  package var sourceFunction: String?

  package init(sqlState: SQLState, severity: String = "ERROR", message: String) {
    self.sqlState = sqlState
    self.severity = severity
    self.message = message
  }

  /// Nil when the result carries no SQLSTATE: libpq made it up itself, as for a lost connection.
  init?(_ result: OpaquePointer?) {
    func field(_ code: Character) -> String? {
      PQresultErrorField(result, Int32(code.asciiValue!)).map { String(cString: $0) }
    }
    guard let state = field("C") else { return nil }
    sqlState = SQLState(state)
    severity = field("V") ?? field("S") ?? "ERROR"
    message = field("M") ?? ""
    detail = field("D")
    hint = field("H")
    schema = field("s")
    table = field("t")
    column = field("c")
    constraint = field("n")
    sourceFunction = field("R")
  }

  /// True where a cluster's coordinator asked another server to commit and lost it before it answered:
  /// Citus says so with XX000, under which it says much else.
  package var leavesCommitInDoubt: Bool {
    sourceFunction == "ErrorIfPostCommitFailedShardPlacements"
  }

  /// True for errors after which the server has closed the connection.
  var endsConnection: Bool { severity == "FATAL" || severity == "PANIC" }
}

extension ServerError: CustomStringConvertible {
  package var description: String {
    let extras = [detail, hint].compactMap { $0 }.map { "\n  \($0)" }.joined()
    return "\(message) (SQLSTATE \(sqlState))\(extras)"
  }
}
