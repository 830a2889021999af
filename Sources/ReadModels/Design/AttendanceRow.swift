package import CivilTime
package import Domain

/// Somebody who took part in a session.
package struct AttendanceRow: ReadRow {
  package static let table = "attendance"

  package var department = DepartmentCode.blank
  package var design = 0
  package var session = 0
  package var account = Account.blank
  /// When the attendance was true.
  package var attendedAt = Instant.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("design", &design)
    try columns.key("session", &session)
    try columns.key("account", &account)
    try columns.column("attended_at", &attendedAt)
    try columns.column("position", &position)
  }
}

extension AttendanceRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .design(let design, .attendanceRecorded(let session, let accounts)) = fact.happening
    else { return [] }
    return accounts.map { .row(RowKey(fact, design, session, $0)) }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard row == nil,
      case .design(let design, .attendanceRecorded(let session, let accounts)) = fact.happening,
      let account = accounts.first(where: { $0.rawValue == key.parts.last })
    else { return row }
    var row = Self(fact)
    row.design = design
    row.session = session
    row.account = account
    row.attendedAt = fact.occurredAt
    return row
  }
}
