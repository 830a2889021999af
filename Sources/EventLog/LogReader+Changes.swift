package import Postgres

/// How often a stream was written to between two positions of its log.
package struct StreamChange: Sendable, Equatable {
  package var name: StreamName
  package var events: Int
  package var first: Int
  package var last: Int
}

extension LogReader {
  /// The streams written to after the first positions, up to the others; by department and the
  /// position at which each was first written to. Departments left out begin at 0.
  package static func changes(
    from: [String: Int], to: [String: Int], in session: Session
  ) throws -> [StreamChange] {
    let departments = to.keys.sorted()
    return try session.query(
      """
      SELECT e.department, e.stream, count(*), min(e."position"), max(e."position")
      FROM unnest(\(departments)::text[], \(departments.map { from[$0] ?? 0 })::bigint[],
          \(departments.map { to[$0] ?? 0 })::bigint[]) AS s(department, first, last)
      JOIN log.event e ON e.department = s.department AND e."position" > s.first
        AND e."position" <= s.last
      GROUP BY e.department, e.stream ORDER BY e.department, min(e."position")
      """
    ) { row in
      StreamChange(
        name: StreamName(try row.text(0), try row.text(1)), events: try row.int(2),
        first: try row.int(3), last: try row.int(4))
    }
  }
}
