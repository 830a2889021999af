package import Domain
package import Postgres

/// A member with the roles held.
package struct MemberEntry: Sendable, Equatable {
  package var member: MemberRow
  package var roles: Set<Role>
}

/// What is known of the whole organization.
package enum OrganizationQueries {
  /// What the organization was founded with; nil before it was.
  package static func settings(in session: Session) throws -> OrganizationRow? {
    try session.row("SELECT \(OrganizationRow.self) FROM organization LIMIT 1")
  }

  /// By code.
  package static func departments(
    includingClosed: Bool = true, in session: Session
  ) throws -> [DepartmentRow] {
    try session.rows(
      """
      SELECT \(DepartmentRow.self) FROM department
      WHERE \(includingClosed) OR NOT is_closed ORDER BY code
      """)
  }

  package static func department(
    _ code: DepartmentCode, in session: Session
  ) throws -> DepartmentRow? {
    try session.row("SELECT \(DepartmentRow.self) FROM department WHERE code = \(code)")
  }

  /// Members of a department (of all when nil), by account.
  package static func members(
    of home: DepartmentCode? = nil, includingLeft: Bool = false, in session: Session
  ) throws -> [MemberEntry] {
    try entries(
      """
      SELECT \(MemberRow.self, of: "m"),
        ARRAY(SELECT role FROM member_role r
          WHERE r.department = m.department AND r.account = m.account ORDER BY role) AS roles
      FROM member m
      WHERE (\(home) IS NULL OR m.home = \(home)) AND (\(includingLeft) OR m.left_at IS NULL)
      ORDER BY m.account
      """, in: session)
  }

  /// Nil for an account that isn't a member, or no longer.
  package static func member(_ account: Account, in session: Session) throws -> MemberEntry? {
    try entries(
      """
      SELECT \(MemberRow.self, of: "m"),
        ARRAY(SELECT role FROM member_role r
          WHERE r.department = m.department AND r.account = m.account ORDER BY role) AS roles
      FROM member m
      WHERE m.account = \(account) AND m.left_at IS NULL
      """, in: session
    ).first
  }

  /// Members that are people, not machines.
  package static func people(in session: Session) throws -> Int {
    try session.first(
      "SELECT count(*) FROM member WHERE left_at IS NULL AND NOT is_machine"
    ) { try $0.int(0) } ?? 0
  }

  private static func entries(_ query: Query, in session: Session) throws -> [MemberEntry] {
    try session.query(query) { row in
      MemberEntry(
        member: try MemberRow(row),
        roles: Set(try row.texts("roles").compactMap(Role.init(rawValue:))))
    }
  }
}
