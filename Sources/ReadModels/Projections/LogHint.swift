import Domain
import Postgres

/// A NOTIFY that a department's log has grown. It is a hint: whoever listens also polls. It is
/// sent when read models follow the log, in the transaction after the append's, since a NOTIFY
/// holds back all other commits that notify until its own is done.
package enum LogHint {
  /// The payload is the department's code. Other programs that append may send it, too.
  package static let channel = "pdca_log"

  /// What tells listeners at the end of a statement.
  static func statement(about department: DepartmentCode) -> Statement {
    Statement(
      sql: { "SELECT pg_notify('\(channel)', $\($0 + 1))" }, binds: [Bind(department.rawValue)])
  }
}
