package import Domain
import Postgres

enum DepartmentLogs {
  /// The department alone, or, for nil, all that have a log: to ask for all of them by name lets
  /// those indexes be used that begin with the department.
  static func codes(of department: DepartmentCode?, in view: View) throws -> [String] {
    if let department { return [department.rawValue] }
    return try view.query("SELECT department FROM log.department") { try $0.text(0) }
  }
}

/// Numbers by which a department counts its cycles, lessons, issues and designs.
package enum ItemNumbers {
  /// The highest so far and one more; 1 for the first.
  package static func next(
    _ kind: ItemKind, of department: DepartmentCode, in view: View
  ) throws -> Int {
    try view.first(
      """
      SELECT coalesce(max(number), 0) + 1 FROM \(unescaped: kind.rawValue)
      WHERE department = \(department)
      """
    ) { try $0.int(0) } ?? 1
  }

  package static func exists(_ id: ItemID, in view: View) throws -> Bool {
    try view.first(
      """
      SELECT true FROM \(unescaped: id.kind.rawValue)
      WHERE department = \(id.department) AND number = \(id.number)
      """
    ) { try $0.bool(0) } ?? false
  }
}
