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
  /// The highest so far and one more; 1 for the first. One that somebody appended by SQL ten thousand beyond
  /// how many there are doesn't count; one that the log has, though nothing could be made of it, is passed over.
  package static func next(
    _ kind: ItemKind, of department: DepartmentCode, in view: View
  ) throws -> Int {
    var number =
      try view.first(
        """
        SELECT 1 + coalesce(max(k.number) FILTER (WHERE k.number <= c.count + 10000), 0)
        FROM \(unescaped: kind.rawValue) k, (
          SELECT count(*) FROM \(unescaped: kind.rawValue) WHERE department = \(department)) c
        WHERE k.department = \(department)
        """
      ) { try $0.int(0) } ?? 1
    while try isTaken("\(kind.rawValue)-\(number)", of: department, in: view) { number += 1 }
    return number
  }

  private static func isTaken(
    _ stream: String, of department: DepartmentCode, in view: View
  ) throws -> Bool {
    try view.first(
      """
      SELECT true FROM log.event e
      WHERE e.department = \(department) AND e.stream = \(stream) LIMIT 1
      """
    ) { try $0.bool(0) } ?? false
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
