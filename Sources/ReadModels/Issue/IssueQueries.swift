package import Domain
import Postgres

package enum IssueQueries {
  /// By department and number; those of one department, for one layer, undecided only, as asked.
  package static func list(
    of department: DepartmentCode? = nil, to layer: Layer? = nil, undecidedOnly: Bool = false,
    in view: View
  ) throws -> [IssueRow] {
    try view.rows(
      """
      SELECT \(IssueRow.self) FROM issue
      WHERE (\(department) IS NULL OR department = \(department))
        AND (\(layer?.rawValue)::text IS NULL OR raised_to = \(layer?.rawValue))
        AND (NOT \(undecidedOnly) OR decided_at IS NULL)
      ORDER BY department, number
      """)
  }

  /// Issues that hold the text, or whose decision does, whatever its letters' case, the latest first.
  package static func list(saying text: String, limit: Int, in view: View) throws -> [IssueRow] {
    try view.rows(
      """
      SELECT \(IssueRow.self) FROM issue
      WHERE strpos(lower(issue || ' ' || coalesce(decision, '')), lower(\(text))) > 0
      ORDER BY raised_at DESC, department, number LIMIT \(limit)
      """)
  }

  package static func issue(_ id: ItemID, in view: View) throws -> IssueRow? {
    try view.row(
      """
      SELECT \(IssueRow.self) FROM issue
      WHERE department = \(id.department) AND number = \(id.number)
      """)
  }
}
