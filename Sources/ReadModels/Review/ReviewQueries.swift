package import CivilTime
package import Domain
import Postgres

/// A review with what was decided in it.
package struct ReviewDetail: Sendable, Equatable {
  package var review: ReviewRow
  package var decisions: [ReviewDecisionRow]
  package var standings: [DecisionID: DecisionStanding]
  package var carried: [ReviewCarryRow]
  package var addenda: [ReviewAddendumRow]
}

/// How a decision stands after carry-overs and amendments.
package struct DecisionStanding: Sendable, Equatable {
  /// By now.
  package var due: LocalDate
  /// How many reviews carried it over.
  package var carried: Int
  /// How often its day was moved to a later one.
  package var putOff: Int
}

/// A decision that is not done.
package struct PendingDecision: Sendable, Equatable {
  package var id: DecisionID
  package var decision: String
  package var owner: Account
  package var about: String?
  package var madeAt: Instant
  package var madeBy: Account
  /// The day decided first, and the day it is due by now.
  package var firstDue: LocalDate
  package var due: LocalDate
  /// How many reviews carried it over.
  package var carried: Int
  /// How often its day was moved to a later one.
  package var putOff = 0
}

package enum ReviewQueries {
  /// A department's reviews (all when nil), the latest period first.
  package static func list(
    of department: DepartmentCode? = nil, in view: View
  ) throws -> [ReviewRow] {
    try view.rows(
      """
      SELECT \(ReviewRow.self) FROM review
      WHERE (\(department) IS NULL OR department = \(department))
      ORDER BY first_day DESC, department, period
      """)
  }

  package static func review(_ id: ReviewID, in view: View) throws -> ReviewRow? {
    try view.row(
      """
      SELECT \(ReviewRow.self) FROM review
      WHERE department = \(id.department) AND period = \(id.period.description)
      """)
  }

  package static func detail(of id: ReviewID, in view: View) throws -> ReviewDetail? {
    guard let review = try review(id, in: view) else { return nil }
    let decisions: [ReviewDecisionRow] = try parts(of: id, view)
    return ReviewDetail(
      review: review, decisions: decisions,
      standings: try standings(of: decisions.map(\.id), in: view),
      carried: try parts(of: id, view), addenda: try parts(of: id, view))
  }

  /// What was decided, of those that are there.
  package static func texts(
    of decisions: [DecisionID], in view: View
  ) throws -> [DecisionID: String] {
    let found: [(DecisionID, String)] = try view.query(
      """
      SELECT id, decision FROM review_decision
      WHERE department = ANY(\(decisions.map(\.review.department.rawValue))::text[])
        AND id = ANY(\(decisions.map(\.description))::text[])
      """
    ) { (try $0.value(0), try $0.text(1)) }
    return Dictionary(found) { first, _ in first }
  }

  static func standings(
    of decisions: [DecisionID], in view: View
  ) throws -> [DecisionID: DecisionStanding] {
    if decisions.isEmpty { return [:] }
    let found = try view.query(
      """
      SELECT id, due, carried, put_off FROM decision_standing
      WHERE department = ANY(\(decisions.map(\.review.department.rawValue))::text[])
        AND id = ANY(\(decisions.map(\.description))::text[])
      """
    ) { row in
      (
        try row.value(0) as DecisionID,
        DecisionStanding(
          due: try row.value(1), carried: try row.int(2), putOff: try row.int(3))
      )
    }
    return Dictionary(found) { first, _ in first }
  }

  /// Decisions of a department's reviews (of all when nil) that are not done, by due day.
  package static func openDecisions(
    of department: DepartmentCode? = nil, in view: View
  ) throws -> [PendingDecision] {
    try view.query(
      """
      SELECT id, decision, owner, about, \(unescaped: Instant.selecting("made_at")), made_by,
        first_due, due, carried, put_off
      FROM open_decision
      WHERE (\(department) IS NULL OR department = \(department))
      ORDER BY due, department, review, number
      """
    ) { row in
      PendingDecision(
        id: try row.value(0), decision: try row.text(1), owner: try row.value(2),
        about: try row.textIfPresent(3), madeAt: try row.value(4), madeBy: try row.value(5),
        firstDue: try row.value(6), due: try row.value(7), carried: try row.int(8),
        putOff: try row.int(9))
    }
  }

  /// Decisions of the department's earlier reviews of the same kind that are not done. Weekly and
  /// monthly reviews each look after their own.
  package static func unfinished(
    before id: ReviewID, in view: View
  ) throws -> [PendingDecision] {
    try openDecisions(of: id.department, in: view).filter {
      let other = $0.id.review
      return other != id && other.period.kind == id.period.kind
        && other.period.firstDay < id.period.firstDay
    }
  }

  /// When the account last opened, closed or decided in a review of the department, before an instant;
  /// nil for never.
  package static func lastPart(
    of account: Account, in department: DepartmentCode, before end: Instant, in view: View
  ) throws -> Instant? {
    let last: [Instant] = try view.query(
      """
      SELECT \(unescaped: Instant.selecting("max(at)")) FROM (
        SELECT opened_at AS at FROM review
        WHERE department = \(department) AND opened_by = \(account)
        UNION ALL SELECT closed_at FROM review
        WHERE department = \(department) AND closed_by = \(account)
        UNION ALL SELECT made_at FROM review_decision
        WHERE department = \(department) AND made_by = \(account)
      ) AS part WHERE at < \(end) HAVING max(at) IS NOT NULL
      """
    ) { try $0.value(0) }
    return last.first
  }

  /// A closed review of any of the departments whose period holds the day, the earliest; nil for
  /// none.
  package static func closedReview(
    ofAny departments: [DepartmentCode], covering day: LocalDate, in view: View
  ) throws -> ReviewRow? {
    try view.row(
      """
      SELECT \(ReviewRow.self) FROM review
      WHERE department = ANY (\(departments.map(\.rawValue))::text[]) AND closed_at IS NOT NULL
        AND \(day) BETWEEN first_day AND last_day
      ORDER BY first_day, period, department LIMIT 1
      """)
  }

  private static func parts<R: ReadRow>(of id: ReviewID, _ view: View) throws -> [R] {
    try view.rows(
      """
      SELECT \(R.self) FROM \(unescaped: R.table)
      WHERE department = \(id.department) AND review = \(id.period.description)
      ORDER BY "position"
      """)
  }
}
