package import CivilTime
package import Domain

extension ProjectionModule {
  static let organization = ProjectionModule(
    name: "organization", version: 2,
    description: "The organization, its departments, members and their roles",
    subjects: [.organization, .redaction, .exclusion],
    tables: [OrganizationRow.self, DepartmentRow.self, MemberRow.self, MemberRoleRow.self])
}

/// What the organization was founded with, by the log of its head department.
package struct OrganizationRow: ReadRow {
  package static let table = "organization"
  /// The head department.
  package var department = DepartmentCode.blank
  package var name = ""
  /// Such as `Asia/Tokyo`.
  package var timeZone = ""
  /// A month, 1…12.
  package var fiscalYearStart = 1
  /// Days after a training within which something is to be tried.
  package var trialDays = 0
  package var foundedAt = Instant.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.column("name", &name)
    try columns.column("time_zone", &timeZone)
    try columns.column("fiscal_year_start", &fiscalYearStart)
    try columns.column("trial_days", &trialDays)
    try columns.column("founded_at", &foundedAt)
    try columns.column("position", &position)
  }
}

extension OrganizationRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .organization(.founded) = entry.happening else { return [] }
    return [.row(RowKey(entry))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .organization(
        .founded(let name, _, let timeZone, let fiscalYearStart, let trialDays)) = entry.happening
    else { return row }
    var row = Self(entry)
    row.name = name
    row.timeZone = timeZone
    row.fiscalYearStart = fiscalYearStart
    row.trialDays = trialDays
    row.foundedAt = entry.occurredAt
    return row
  }
}

/// A department as the organization knows it.
package struct DepartmentRow: ReadRow {
  package static let table = "department"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  package var code = DepartmentCode.blank
  package var name = ""
  package var isClosed = false
  package var successor: DepartmentCode?
  package var closedReason: String?
  /// The executive who answers for its improvement work, as last assigned.
  package var sponsor: Account?
  package var registeredAt = Instant.blank
  package var closedAt: Instant?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("code", &code)
    try columns.column("name", &name)
    try columns.column("is_closed", &isClosed)
    try columns.column("successor", &successor)
    try columns.column("closed_reason", &closedReason)
    try columns.column("sponsor", &sponsor)
    try columns.column("registered_at", &registeredAt)
    try columns.column("closed_at", &closedAt)
    try columns.column("position", &position)
  }
}

extension DepartmentRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .organization(let event) = entry.happening else { return [] }
    switch event {
    case .departmentRegistered(let code, _), .departmentRenamed(let code, _),
      .departmentClosed(let code, _, _), .sponsorAssigned(let code, _):
      return [.row(RowKey(entry, code))]
    case .founded, .memberJoined, .memberLeft, .roleGranted, .roleRevoked: return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .organization(let event) = entry.happening else { return row }
    switch event {
    case .departmentRegistered(let code, let name):
      var row = Self(entry)
      row.code = code
      row.name = name
      row.registeredAt = entry.occurredAt
      return row
    case .departmentRenamed(_, let name): return row?.changed(by: entry) { $0.name = name }
    case .departmentClosed(_, let successor, let reason):
      return row?.changed(by: entry) { row in
        row.isClosed = true
        row.successor = successor
        row.closedReason = reason
        row.closedAt = entry.occurredAt
      }
    case .sponsorAssigned(_, let account): return row?.changed(by: entry) { $0.sponsor = account }
    case .founded, .memberJoined, .memberLeft, .roleGranted, .roleRevoked: return row
    }
  }
}
