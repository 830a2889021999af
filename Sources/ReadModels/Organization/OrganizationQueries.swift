package import CivilTime
package import Domain
import Postgres

/// A member with the roles held.
package struct MemberEntry: Sendable, Equatable {
  package var member: MemberRow
  package var roles: Set<Role>
  /// Of roles that are held for some departments alone, those.
  package var limits: [Role: [DepartmentCode]] = [:]
}

/// What is known of the whole organization.
package enum OrganizationQueries {
  /// What the organization was founded with; nil before it was.
  package static func settings(in view: View) throws -> OrganizationRow? {
    try view.row("SELECT \(OrganizationRow.self) FROM organization LIMIT 1")
  }

  /// By code.
  package static func departments(
    includingClosed: Bool = true, in view: View
  ) throws -> [DepartmentRow] {
    try view.rows(
      """
      SELECT \(DepartmentRow.self) FROM department
      WHERE \(includingClosed) OR NOT is_closed ORDER BY code
      """)
  }

  package static func department(
    _ code: DepartmentCode, in view: View
  ) throws -> DepartmentRow? {
    try view.row("SELECT \(DepartmentRow.self) FROM department WHERE code = \(code)")
  }

  /// Departments that were closed before the instant and that the department took over, by itself or
  /// through others, by code.
  package static func takenOver(
    by code: DepartmentCode, before end: Instant, in view: View
  ) throws -> [DepartmentCode] {
    try view.query(
      """
      WITH RECURSIVE taken AS (
        SELECT code, closed_at FROM department WHERE successor = \(code) AND closed_at < \(end)
        UNION
        SELECT d.code, d.closed_at FROM department d JOIN taken t ON d.successor = t.code
        WHERE d.closed_at < \(end)
      )
      SELECT code FROM taken WHERE code <> \(code) ORDER BY code
      """
    ) { try $0.value(0) }
  }

  /// Members of a department (of all when nil), by account.
  package static func members(
    of home: DepartmentCode? = nil, includingLeft: Bool = false, in view: View
  ) throws -> [MemberEntry] {
    try entries(
      """
      SELECT \(MemberRow.self, of: "m"),
        ARRAY(SELECT role FROM member_role r
          WHERE r.department = m.department AND r.account = m.account ORDER BY role) AS roles,
        ARRAY(SELECT role || ' ' || d FROM member_role r, unnest(r.departments) d
          WHERE r.department = m.department AND r.account = m.account ORDER BY role, d) AS limits
      FROM member m
      WHERE (\(home) IS NULL OR m.home = \(home)) AND (\(includingLeft) OR m.left_at IS NULL)
      ORDER BY m.account
      """, in: view)
  }

  /// Nil for an account that isn't a member, or no longer.
  package static func member(_ account: Account, in view: View) throws -> MemberEntry? {
    try entries(
      """
      SELECT \(MemberRow.self, of: "m"),
        ARRAY(SELECT role FROM member_role r
          WHERE r.department = m.department AND r.account = m.account ORDER BY role) AS roles,
        ARRAY(SELECT role || ' ' || d FROM member_role r, unnest(r.departments) d
          WHERE r.department = m.department AND r.account = m.account ORDER BY role, d) AS limits
      FROM member m
      WHERE m.account = \(account) AND m.left_at IS NULL
      """, in: view
    ).first
  }

  /// Members that are people, not machines.
  package static func people(in view: View) throws -> Int {
    try view.first(
      "SELECT count(*) FROM member WHERE left_at IS NULL AND NOT is_machine"
    ) { try $0.int(0) } ?? 0
  }

  private static func entries(_ query: Query, in view: View) throws -> [MemberEntry] {
    try view.query(query) { row in
      var entry = MemberEntry(
        member: try MemberRow(row),
        roles: Set(try row.texts("roles").compactMap(Role.init(rawValue:))))
      for limit in try row.texts("limits") {
        let parts = limit.split(separator: " ")
        guard let role = Role(rawValue: String(parts[0])),
          let department = DepartmentCode(String(parts[1]))
        else { continue }
        entry.limits[role, default: []].append(department)
      }
      return entry
    }
  }
}
