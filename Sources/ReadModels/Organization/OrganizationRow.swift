package import CivilTime
package import Domain

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
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .organization(.founded) = fact.happening else { return [] }
    return [.row(RowKey(fact))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .organization(
        .founded(let name, _, let timeZone, let fiscalYearStart, let trialDays)) = fact.happening
    else { return row }
    var row = Self(fact)
    row.name = name
    row.timeZone = timeZone
    row.fiscalYearStart = fiscalYearStart
    row.trialDays = trialDays
    row.foundedAt = fact.occurredAt
    return row
  }
}
