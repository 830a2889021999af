package import CivilTime
package import Domain

/// A session that was put on another day, or cancelled, each time that it was.
package struct SessionMoveRow: ReadRow {
  package static let table = "session_move"

  package var department = DepartmentCode.blank
  package var position = 0
  package var design = 0
  package var session = 0
  /// Nil where it kept its day.
  package var date: LocalDate?
  package var isCancelled = false
  package var reason = ""
  package var recordedAt = Instant.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("design", &design)
    try columns.column("session", &session)
    try columns.column("date", &date)
    try columns.column("is_cancelled", &isCancelled)
    try columns.column("reason", &reason)
    try columns.column("recorded_at", &recordedAt)
  }
}

extension SessionMoveRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .design(_, .sessionChanged) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, entry.position))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .design(let design, .sessionChanged(let session, let date, let cancelled, let reason)) =
        entry.happening
    else { return row }
    var row = Self(entry)
    row.design = design
    row.session = session
    row.date = date
    row.isCancelled = cancelled
    row.reason = reason
    row.recordedAt = entry.recordedAt
    return row
  }
}
