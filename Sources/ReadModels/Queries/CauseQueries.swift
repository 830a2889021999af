package import CivilTime
package import Domain
package import Postgres

package enum CauseQueries {
  /// What happened from the first instant up to, not at, the second, in the whole organization;
  /// by time.
  package static func antecedents(
    from start: Instant, before end: Instant, in session: Session
  ) throws -> [Antecedent] {
    try session.query(
      """
      SELECT kind, department, "position", concerns, kpi, about, detail, coalesce(text, ''),
        \(unescaped: Instant.selecting("occurred_at"))
      FROM antecedent
      WHERE occurred_at >= \(start) AND occurred_at < \(end)
      ORDER BY occurred_at, department, "position", kind, concerns
      """
    ) { row in
      Antecedent(
        kind: try row.value(0), department: try row.value(1), position: try row.int(2),
        concerns: try row.value(3), kpi: try row.value(4), about: try row.textIfPresent(5),
        detail: try row.textIfPresent(6), text: try row.text(7), occurredAt: try row.value(8))
    }
  }

  /// Hypotheses proposed before the instant, as they stood then, by KPI and number.
  package static func hypotheses(
    before end: Instant, in session: Session
  ) throws -> [HypothesisRow] {
    let rows: [HypothesisRow] = try session.rows(
      """
      SELECT \(HypothesisRow.self) FROM hypothesis
      WHERE proposed_at < \(end) ORDER BY department, kpi, number
      """)
    return rows.map { $0.standing(before: end) }
  }

  /// How hypotheses fared that were tested before the instant, by the kind of cause they named.
  package static func outcomes(
    before end: Instant, in session: Session
  ) throws -> [CauseKind: CauseOutcome] {
    let rows: [(CauseKind, CauseOutcome)] = try session.query(
      """
      SELECT cause, count(*) FILTER (WHERE accepted), count(*) FILTER (WHERE NOT accepted)
      FROM hypothesis
      WHERE cause IS NOT NULL AND tested_at < \(end) GROUP BY cause
      """
    ) { row in
      (
        try row.value(0),
        CauseOutcome(accepted: try row.int(1), rejected: try row.int(2))
      )
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
