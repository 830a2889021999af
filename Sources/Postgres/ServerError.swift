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
  /// What the server was at, innermost first: functions and their statements. Nil while it committed.
  package var context: String?
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
    context = field("W")
    sourceFunction = field("R")
  }

  /// True where the server lost another one that holds a part of the data, as a cluster's coordinator
  /// loses a worker; its own connection goes on.
  package var isOfLostNode: Bool {
    !endsConnection
      && (sqlState.classCode == "08" || ["57P01", "57P02", "57P03"].contains(sqlState.code))
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
