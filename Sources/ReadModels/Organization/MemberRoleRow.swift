package import CivilTime
package import Domain

/// A role that a member holds.
package struct MemberRoleRow: ReadRow {
  package static let table = "member_role"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  package var account = Account.blank
  package var role = Role.administrator
  package var grantedAt = Instant.blank
  package var grantedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("account", &account)
    try columns.key("role", &role)
    try columns.column("granted_at", &grantedAt)
    try columns.column("granted_by", &grantedBy)
    try columns.column("position", &position)
  }
}

extension MemberRoleRow: ProjectedRow {
  /// Leaving takes every role away.
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .organization(let event) = fact.happening else { return [] }
    switch event {
    case .roleGranted(let account, let role), .roleRevoked(let account, let role, _):
      return [.row(RowKey(fact, account, role.rawValue))]
    case .memberLeft(let account, _):
      return Role.allCases.map { .row(RowKey(fact, account, $0.rawValue)) }
    case .founded, .departmentRegistered, .departmentRenamed, .departmentClosed, .memberJoined,
      .sponsorAssigned:
      return []
    }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .organization(let event) = fact.happening else { return row }
    switch event {
    case .roleGranted(let account, let role):
      var row = Self(fact)
      row.account = account
      row.role = role
      row.grantedAt = fact.occurredAt
      row.grantedBy = fact.actor
      return row
    case .roleRevoked, .memberLeft: return nil
    case .founded, .departmentRegistered, .departmentRenamed, .departmentClosed, .memberJoined,
      .sponsorAssigned:
      return row
    }
  }
}
