package import CivilTime
package import Domain
import Postgres

/// What a check rests on, and what of it isn't any longer what it was then.
package struct CheckRevision: Sendable, Equatable {
  package var cycle: ItemID
  package var kpi: KPIReference
  /// The verdict that stands.
  package var verdict: Verdict?
  package var changes: [EvidenceChange]
  /// The mean of the window's observations as they are now, and what it would say of the prediction.
  package var actual: Double?
  package var computed: Verdict?
}

/// An observation of a checked window that was corrected, or came in, after the check.
package struct EvidenceChange: Sendable, Equatable {
  /// First day.
  package var period: LocalDate
  /// As it is now.
  package var value: Double
  package var denominator: Double?
  /// Nil where it came in after the check.
  package var correctionReason: String?
  package var isCorrection: Bool
  package var recordedAt: Instant
}

package enum CheckQueries {
  /// The files that a cycle's check names, in their order.
  package static func files(of id: ItemID, in view: View) throws -> [CheckFileRow] {
    try view.rows(
      """
      SELECT \(CheckFileRow.self) FROM check_file
      WHERE department = \(id.department) AND cycle = \(id.number) ORDER BY number
      """)
  }

  /// The files that checks of any department know by that hash, or by that name, in the order recorded.
  package static func files(
    sha256: String, orNamed name: String, in view: View
  ) throws -> [CheckFileRow] {
    try view.rows(
      """
      SELECT \(CheckFileRow.self) FROM check_file WHERE sha256 = \(sha256) OR name = \(name)
      ORDER BY checked_at, department, cycle, number
      """)
  }

  /// What of a cycle's check has changed; nil where nothing has.
  package static func revision(of id: ItemID, in view: View) throws -> CheckRevision? {
    try revisions(
      of: id.department, "number = \(id.number)", [], in: view
    ).first
  }

  /// Checks made in the span, or whose observations changed in it, of a department or of all.
  package static func revisions(
    in span: Span, of department: DepartmentCode?, in view: View
  ) throws -> [CheckRevision] {
    try revisions(
      of: department,
      """
      (checked_at >= $2::timestamptz AND checked_at < $3::timestamptz
        OR recorded_at >= $2::timestamptz AND recorded_at < $3::timestamptz)
      """, [Bind(span.start.rfc3339), Bind(span.end.rfc3339)], in: view)
  }

  private static func revisions(
    of department: DepartmentCode?, _ condition: String, _ binds: [Bind], in view: View
  ) throws -> [CheckRevision] {
    let found = try view.query(
      Query(
        sql: """
          SELECT department, number, period, value, denominator, correction_reason,
            is_correction, \(Instant.selecting("recorded_at"))
          FROM changed_evidence
          WHERE ($1::text IS NULL OR department = $1) AND \(condition)
          ORDER BY department, number, period
          """, binds: [Bind(department?.rawValue)] + binds)
    ) { row in
      (
        ItemID(try row.value(0), .cycle, try row.int(1)),
        EvidenceChange(
          period: try row.value(2), value: try row.double(3),
          denominator: try row.doubleIfPresent(4), correctionReason: try row.textIfPresent(5),
          isCorrection: try row.bool(6), recordedAt: try row.value(7))
      )
    }
    return try Dictionary(grouping: found, by: \.0).sorted { $0.key < $1.key }
      .compactMap { id, changes in try revision(id, changes.map(\.1), in: view) }
  }

  private static func revision(
    _ id: ItemID, _ changes: [EvidenceChange], in view: View
  ) throws -> CheckRevision? {
    guard let cycle = try CycleQueries.cycle(id, in: view), let reference = cycle.kpi,
      let window = cycle.window, let kpi = try KPIQueries.kpi(reference, in: view)
    else { return nil }
    let actual = try KPIQueries.observations(of: reference, within: window, in: view)
      .map(\.observation).level
    return CheckRevision(
      cycle: id, kpi: reference, verdict: cycle.verdict, changes: changes, actual: actual,
      computed: actual.flatMap { cycle.prediction(of: kpi.direction)?.verdict(on: $0) })
  }
}

extension CycleRow {
  /// The days whose observations the check looks at; nil until planned.
  package var window: DateSpan? {
    guard let windowFirst, let windowLast else { return nil }
    return DateSpan(first: windowFirst, last: windowLast)
  }

  /// Nil until planned.
  package func prediction(of direction: Direction) -> Prediction? {
    predicted.map {
      Prediction(predicted: $0, baseline: baseline, direction: direction, range: range)
    }
  }
}
