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

  /// On which days events that may cause a change of the KPIs happened, from the first instant up
  /// to, not at, the second; each once. Those that name KPIs count where they named one of these;
  /// the others, where they touched a department of theirs.
  package static func occasions(
    from start: Instant, before end: Instant, of kpis: Set<KPIReference>, in session: Session
  ) throws -> [CauseOccasion] {
    if kpis.isEmpty { return [] }
    let naming = CauseKind.allCases.filter(\.namesKPI).map(\.rawValue)
    let departments = Set(kpis.map(\.department.rawValue))
    return try session.query(
      """
      SELECT DISTINCT kind, CASE WHEN names_kpi THEN kpi END,
        CASE WHEN NOT names_kpi THEN concerns END, day
      FROM (
        SELECT kind, kpi, concerns, kind = ANY(\(naming)::text[]) AS names_kpi, (
            occurred_at AT TIME ZONE (SELECT time_zone FROM organization LIMIT 1)
          )::date - date '1970-01-01' AS day
        FROM antecedent WHERE occurred_at >= \(start) AND occurred_at < \(end)
      ) a
      WHERE CASE WHEN names_kpi THEN kpi = ANY(\(kpis.map(\.description))::text[])
        ELSE concerns = ANY(\(Array(departments))::text[]) END
      """
    ) { row in
      CauseOccasion(
        kind: try row.value(0), kpi: try row.value(1), department: try row.value(2),
        day: LocalDate(dayNumber: try row.int(3)))
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
