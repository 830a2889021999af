package import CivilTime
package import Domain
package import Postgres

extension KPIQueries {
  /// Whether anything was recorded after the positions that shows in charts up to the day: periods up
  /// to it observed or corrected, limits and points changed, signals acknowledged, KPIs changed.
  /// - Parameter department: nil for all.
  package static func areChanged(
    since positions: [DepartmentCode: Int], upTo day: LocalDate, of department: DepartmentCode?,
    in session: Session
  ) throws -> Bool {
    let known = positions.sorted { $0.key < $1.key }
    return try session.first(
      """
      SELECT EXISTS (
        SELECT FROM (
          SELECT department, "position" FROM observation WHERE period <= \(day)
          UNION ALL
          SELECT department, "position" FROM kpi_mark WHERE first <= \(day)
          UNION ALL
          SELECT department, "position" FROM signal_acknowledgement WHERE period <= \(day)
          UNION ALL
          SELECT department, "position" FROM kpi
        ) c
        LEFT JOIN unnest(
          \(known.map(\.key.rawValue))::text[], \(known.map(\.value))::bigint[]
        ) AS k(department, "position") ON k.department = c.department
        WHERE c."position" > coalesce(k."position", 0)
          AND (\(department) IS NULL OR c.department = \(department)))
      """
    ) { try $0.bool(0) } ?? false
  }
}
