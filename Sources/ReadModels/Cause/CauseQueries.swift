package import CivilTime
package import Domain
import Postgres

/// An event that may have led to a change of a KPI.
package struct Antecedent: Sendable, Equatable {
  package var kind: CauseKind
  /// The event: a department's log and the position in it.
  package var department: DepartmentCode
  package var position: Int
  /// The department it touched; nil for all of them.
  package var concerns: DepartmentCode?
  /// The KPI that it was to move; nil where it names none.
  package var kpi: KPIReference?
  /// An id, a KPI or a member's account; nil for a policy that no review revised.
  package var about: String?
  /// A choice (`adopt`), `joined`, `left` or `merged`, or how many attended; nil elsewhere.
  package var detail: String?
  package var text: String
  package var occurredAt: Instant

  package init(
    kind: CauseKind, department: DepartmentCode, position: Int, concerns: DepartmentCode?,
    kpi: KPIReference?, about: String?, detail: String? = nil, text: String, occurredAt: Instant
  ) {
    self.kind = kind
    self.department = department
    self.position = position
    self.concerns = concerns
    self.kpi = kpi
    self.about = about
    self.detail = detail
    self.text = text
    self.occurredAt = occurredAt
  }

  /// `SALES@120`
  package var reference: String { "\(department)@\(position)" }
}

/// How people judged the hypotheses that named one kind of event as a cause.
package struct CauseOutcome: Sendable, Equatable {
  package var accepted: Int
  package var rejected: Int

  package init(accepted: Int, rejected: Int) {
    self.accepted = accepted
    self.rejected = rejected
  }
}

package enum CauseQueries {
  /// What happened from the first instant up to, not at, the second, in the whole organization; in
  /// no particular order.
  package static func antecedents(
    from start: Instant, before end: Instant, in view: View
  ) throws -> [Antecedent] {
    try actions(from: start, before: end, view)
      + view.query(
        """
        SELECT kind, department, "position", concerns, kpi, about, detail, coalesce(text, ''),
          \(unescaped: Instant.selecting("occurred_at"))
        FROM antecedent WHERE occurred_at >= \(start) AND occurred_at < \(end)
        """
      ) { row in
        Antecedent(
          kind: try row.value(0), department: try row.value(1), position: try row.int(2),
          concerns: try row.value(3), kpi: try row.value(4), about: try row.textIfPresent(5),
          detail: try row.textIfPresent(6), text: try row.text(7), occurredAt: try row.value(8))
      }
  }

  /// Actions are the most by far: what they have from their cycle is read once for each cycle.
  private static func actions(
    from start: Instant, before end: Instant, _ view: View
  ) throws -> [Antecedent] {
    let cycles = try cycles(activeFrom: start, view)
    return try view.query(
      """
      SELECT department, cycle, "position", \(unescaped: Instant.selecting("occurred_at"))
      FROM action
      WHERE occurred_at >= \(start) AND occurred_at < \(end) AND withdrawn_at IS NULL
      """
    ) { row -> Antecedent? in
      var action = cycles[ItemID(try row.value(0), .cycle, try row.int(1))]
      action?.position = try row.int(2)
      action?.occurredAt = try row.value(3)
      return action
    }.compactMap(\.self)
  }

  /// An action of each cycle in which something happened at the instant or later.
  private static func cycles(
    activeFrom start: Instant, _ view: View
  ) throws -> [ItemID: Antecedent] {
    let actions = try view.query(
      """
      SELECT department, number, kpi, title FROM cycle WHERE last_activity >= \(start)
      """
    ) { row in
      let id = ItemID(try row.value(0), .cycle, try row.int(1))
      return (
        id,
        Antecedent(
          kind: .action, department: id.department, position: 0, concerns: id.department,
          kpi: try row.value(2), about: "\(id)", text: try row.text(3), occurredAt: start)
      )
    }
    return Dictionary(uniqueKeysWithValues: actions)
  }

  /// Hypotheses proposed before the instant, as they stood then, by KPI and number.
  package static func hypotheses(
    before end: Instant, in view: View
  ) throws -> [HypothesisRow] {
    let rows: [HypothesisRow] = try view.rows(
      """
      SELECT \(HypothesisRow.self) FROM hypothesis
      WHERE proposed_at < \(end) ORDER BY department, kpi, number
      """)
    return rows.map { $0.standing(before: end) }
  }

  /// How hypotheses fared that were tested before the instant, by the kind of cause they named.
  package static func outcomes(
    before end: Instant, in view: View
  ) throws -> [CauseKind: CauseOutcome] {
    let rows: [(CauseKind, CauseOutcome)] = try view.query(
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
