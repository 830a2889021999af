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
  /// The highest so far and one more; 1 for the first. Where somebody appended one far beyond by SQL, the
  /// first that is free; and one that the log has, though nothing could be made of it, is passed over.
  package static func next(
    _ kind: ItemKind, of department: DepartmentCode, in view: View
  ) throws -> Int {
    try view.first(
      """
      WITH taken AS (
        SELECT number FROM \(unescaped: kind.rawValue) WHERE department = \(department)
      ), dense AS (
        SELECT CASE WHEN count(*) = coalesce(max(number), 0) THEN count(*) ELSE (
          SELECT min(t.number) FROM (SELECT number FROM taken UNION ALL SELECT 0) t
          WHERE NOT EXISTS (SELECT 1 FROM taken n WHERE n.number = t.number + 1)) END AS last
        FROM taken
      )
      SELECT n FROM dense, generate_series(last + 1, last + 1000000) n
      WHERE NOT EXISTS (SELECT 1 FROM taken t WHERE t.number = n)
        AND NOT EXISTS (
          SELECT 1 FROM log.event e
          WHERE e.department = \(department) AND e.stream = \(kind.rawValue) || '-' || n)
      LIMIT 1
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
