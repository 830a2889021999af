import Domain
import Postgres

enum DepartmentLogs {
  /// The department alone, or, for nil, all that have a log: to ask for all of them by name lets
  /// those indexes be used that begin with the department.
  static func codes(of department: DepartmentCode?, in session: Session) throws -> [String] {
    if let department { return [department.rawValue] }
    return try session.query("SELECT department FROM log.department") { try $0.text(0) }
  }
}
