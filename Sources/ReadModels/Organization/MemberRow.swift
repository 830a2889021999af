package import CivilTime
package import Domain

/// An account that belongs, or belonged, to the organization.
package struct MemberRow: ReadRow {
  package static let table = "member"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  package var account = Account.blank
  /// The department that the member works in.
  package var home = DepartmentCode.blank
  package var layer = Layer.field
  package var isMachine = false
  package var joinedAt = Instant.blank
  /// Since when in this department and layer, and the event that says so.
  package var homeSince = Instant.blank
  package var homePosition = 0
  /// Nil while a member.
  package var leftAt: Instant?
  package var leftReason: String?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("account", &account)
    try columns.column("home", &home)
    try columns.column("layer", &layer)
    try columns.column("is_machine", &isMachine)
    try columns.column("joined_at", &joinedAt)
    try columns.column("home_since", &homeSince)
    try columns.column("home_position", &homePosition)
    try columns.column("left_at", &leftAt)
    try columns.column("left_reason", &leftReason)
    try columns.column("position", &position)
  }
}

extension MemberRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .organization(let event) = entry.happening else { return [] }
    switch event {
    case .memberJoined(let account, _, _, _), .memberLeft(let account, _):
      return [.row(RowKey(entry, account))]
    case .founded, .departmentRegistered, .departmentRenamed, .departmentClosed, .roleGranted,
      .roleRevoked, .sponsorAssigned:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .organization(let event) = entry.happening else { return row }
    switch event {
    case .memberJoined(let account, let home, let layer, let isMachine):
      var joined = Self(entry)
      joined.account = account
      joined.home = home
      joined.layer = layer
      joined.isMachine = isMachine
      joined.homeSince = entry.occurredAt
      joined.homePosition = entry.position
      // A move joins again: whoever has not left stays a member since the first time.
      joined.joinedAt = row.flatMap { $0.leftAt == nil ? $0.joinedAt : nil } ?? entry.occurredAt
      return joined
    case .memberLeft(_, let reason):
      return row?.changed(by: entry) { row in
        row.leftAt = entry.occurredAt
        row.leftReason = reason
      }
    case .founded, .departmentRegistered, .departmentRenamed, .departmentClosed, .roleGranted,
      .roleRevoked, .sponsorAssigned:
      return row
    }
  }
}

/// A role that a member holds.
package struct MemberRoleRow: ReadRow {
  package static let table = "member_role"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  package var account = Account.blank
  package var role = Role.administrator
  /// For which it is held, by code; for all where there is none.
  package var departments: [DepartmentCode] = []
  package var grantedAt = Instant.blank
  package var grantedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("account", &account)
    try columns.key("role", &role)
    try columns.column("departments", &departments)
    try columns.column("granted_at", &grantedAt)
    try columns.column("granted_by", &grantedBy)
    try columns.column("position", &position)
  }
}

extension MemberRoleRow: ProjectedRow {
  /// Leaving takes every role away.
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .organization(let event) = entry.happening else { return [] }
    switch event {
    case .roleGranted(let account, let role, _), .roleRevoked(let account, let role, _, _):
      return [.row(RowKey(entry, account, role.rawValue))]
    case .memberLeft(let account, _):
      return Role.allCases.map { .row(RowKey(entry, account, $0.rawValue)) }
    case .founded, .departmentRegistered, .departmentRenamed, .departmentClosed, .memberJoined,
      .sponsorAssigned:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .organization(let event) = entry.happening else { return row }
    switch event {
    case .roleGranted(let account, let role, let departments):
      if let row, row.departments.isEmpty, !departments.isEmpty { return row }
      var granted = Self(entry)
      granted.account = account
      granted.role = role
      granted.departments = departments
      if let row, !departments.isEmpty {
        granted.departments = Set(row.departments + departments).sorted()
      }
      granted.grantedAt = entry.occurredAt
      granted.grantedBy = entry.actor
      return granted
    case .roleRevoked(_, _, _, let departments):
      guard let row, !departments.isEmpty else { return nil }
      let left = row.departments.filter { !departments.contains($0) }
      return left.isEmpty ? nil : row.changed(by: entry) { $0.departments = left }
    case .memberLeft: return nil
    case .founded, .departmentRegistered, .departmentRenamed, .departmentClosed, .memberJoined,
      .sponsorAssigned:
      return row
    }
  }
}
