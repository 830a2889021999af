package import CivilTime
package import Domain
import Postgres

/// KPIs and their charts' data.
package enum KPIQueries {
  /// By department and code.
  package static func list(
    of department: DepartmentCode? = nil, includingRetired: Bool = false, in view: View
  ) throws -> [KPIRow] {
    try view.rows(
      """
      SELECT \(KPIRow.self) FROM kpi
      WHERE (\(department) IS NULL OR department = \(department))
        AND (\(includingRetired) OR retired_at IS NULL)
      ORDER BY department, code
      """)
  }

  package static func kpi(_ kpi: KPIReference, in view: View) throws -> KPIRow? {
    try view.row(
      """
      SELECT \(KPIRow.self) FROM kpi
      WHERE department = \(kpi.department) AND code = \(kpi.code.rawValue)
      """)
  }

  /// The latest observation of each KPI of a department (of all when nil).
  package static func latest(
    of department: DepartmentCode? = nil, in view: View
  ) throws -> [KPIReference: ObservationRow] {
    let rows: [ObservationRow] = try view.rows(
      """
      SELECT DISTINCT ON (department, kpi) \(ObservationRow.self) FROM observation
      WHERE (\(department) IS NULL OR department = \(department))
      ORDER BY department, kpi, period DESC
      """)
    return Dictionary(uniqueKeysWithValues: rows.map { (KPIReference($0.department, $0.kpi), $0) })
  }

  /// Observations whose period begins within the days (all when nil), by period.
  package static func observations(
    of kpi: KPIReference, within days: DateSpan? = nil, in view: View
  ) throws -> [ObservationRow] {
    try view.rows(
      """
      SELECT \(ObservationRow.self) FROM observation
      WHERE department = \(kpi.department) AND kpi = \(kpi.code.rawValue)
        AND period BETWEEN coalesce(\(days?.first), '-infinity')
          AND coalesce(\(days?.last), 'infinity')
      ORDER BY period
      """)
  }

  /// The observation of the period with that first day.
  package static func observation(
    of kpi: KPIReference, period: LocalDate, in view: View
  ) throws -> ObservationRow? {
    try observations(of: kpi, within: DateSpan(period...period), in: view).first
  }

  /// The latest observations, at most `count`, the newest first.
  package static func latestObservations(
    of kpi: KPIReference, count: Int, in view: View
  ) throws -> [ObservationRow] {
    try view.rows(
      """
      SELECT \(ObservationRow.self) FROM observation
      WHERE department = \(kpi.department) AND kpi = \(kpi.code.rawValue)
      ORDER BY period DESC LIMIT \(count)
      """)
  }

  /// The targets as set, the one in force last.
  package static func targets(of kpi: KPIReference, in view: View) throws -> [KPITargetRow] {
    try view.rows(
      """
      SELECT \(KPITargetRow.self) FROM kpi_target
      WHERE department = \(kpi.department) AND kpi = \(kpi.code.rawValue) ORDER BY "position"
      """)
  }

  /// Exclusions, rebases and baselines, in the order made.
  package static func marks(of kpi: KPIReference, in view: View) throws -> [KPIMarkRow] {
    try view.rows(
      """
      SELECT \(KPIMarkRow.self) FROM kpi_mark
      WHERE department = \(kpi.department) AND kpi = \(kpi.code.rawValue) ORDER BY "position"
      """)
  }

  package static func acknowledgements(
    of kpi: KPIReference, in view: View
  ) throws -> [SignalAcknowledgementRow] {
    try view.rows(
      """
      SELECT \(SignalAcknowledgementRow.self) FROM signal_acknowledgement
      WHERE department = \(kpi.department) AND kpi = \(kpi.code.rawValue) ORDER BY "position"
      """)
  }

  /// By number.
  package static func hypotheses(
    of kpi: KPIReference, in view: View
  ) throws -> [HypothesisRow] {
    try view.rows(
      """
      SELECT \(HypothesisRow.self) FROM hypothesis
      WHERE department = \(kpi.department) AND kpi = \(kpi.code.rawValue) ORDER BY number
      """)
  }
}

extension KPIQueries {
  /// Whether anything was recorded after the positions that shows in charts up to the day: periods up
  /// to it observed or corrected, limits and points changed, signals acknowledged, KPIs changed.
  /// - Parameter department: nil for all.
  package static func areChanged(
    since positions: [DepartmentCode: Int], upTo day: LocalDate, of department: DepartmentCode?,
    in view: View
  ) throws -> Bool {
    let known = positions.sorted { $0.key < $1.key }
    return try view.first(
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

/// A KPI in use, how far it is recorded, and by whom last; nil where it never was.
package struct RecordedKPI: Sendable, Equatable {
  package var kpi: KPIRow
  /// First day of the latest period.
  package var period: LocalDate?
  package var recordedBy: Account?
}

extension KPIQueries {
  /// KPIs in use of a department and those that the person recorded last, by department and code.
  package static func recorded(
    by account: Account, orOf department: DepartmentCode, in view: View
  ) throws -> [RecordedKPI] {
    try view.query(
      """
      SELECT \(KPIRow.self, of: "k"), o.period AS latest_period, o.recorded_by AS latest_by
      FROM kpi k
      LEFT JOIN LATERAL (
        SELECT period, recorded_by FROM observation
        WHERE department = k.department AND kpi = k.code ORDER BY period DESC LIMIT 1) o ON true
      WHERE k.retired_at IS NULL AND (k.department = \(department) OR o.recorded_by = \(account))
      ORDER BY k.department, k.code
      """
    ) { row in
      RecordedKPI(
        kpi: try KPIRow(row), period: try row.decodeIfPresent("latest_period"),
        recordedBy: try row.textIfPresent("latest_by").flatMap(Account.init))
    }
  }
}
