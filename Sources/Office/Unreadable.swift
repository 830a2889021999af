package import Domain
import EventLog
package import Postgres

/// Logs that the person at work may not read in full: row security shows them what every member may see of
/// those, and nothing else.
package enum Unreadable {
  /// By code.
  /// - Parameter asked: those that are asked about; nil for all.
  package static func departments(
    of asked: Set<DepartmentCode>? = nil, in session: Session
  ) throws -> [DepartmentCode] {
    let asked = asked.map { $0.map(\.rawValue).sorted() }
    let query: Query =
      if let asked { "SELECT u FROM log.unreadable() u WHERE u = ANY (\(asked)::text[])" } else {
        "SELECT u FROM log.unreadable() u"
      }
    return try session.query(query) { DepartmentCode(try $0.text(0)) }.compactMap(\.self)
  }

  /// Refuses what needs whole logs where one of them isn't shown whole: a part would pass for a log that
  /// was changed.
  /// - Throws: `OfficeError.unreadable`
  static func require(_ departments: [String], in session: Session) throws {
    let hidden = Set(try self.departments(in: session).map(\.rawValue)).intersection(departments)
    if hidden.isEmpty { return }
    throw OfficeError.unreadable(
      departments: hidden.sorted(),
      administrators: try session.query(
        "SELECT DISTINCT person FROM log.held_role WHERE role = 'administrator' ORDER BY 1"
      ) { try $0.text(0) })
  }
}

extension Office {
  /// Departments of which the person sees nothing but what every member may; none at a private server.
  /// - Parameter departments: those that are asked about; nil for all.
  package func unreadable(of departments: Set<DepartmentCode>? = nil) throws -> [DepartmentCode] {
    try Unreadable.departments(of: departments, in: session)
  }
}
