package import CivilTime
package import Domain

/// A training session of a design.
package struct SessionRow: ReadRow {
  package static let table = "session"

  package var department = DepartmentCode.blank
  package var design = 0
  /// Counts the design's sessions from 1.
  package var number = 0
  package var date = LocalDate.blank
  package var layers: [Layer] = []
  package var title = ""
  /// Numbers of the design's items that it teaches.
  package var items: [Int] = []
  /// Why the field is trained before executives and promoters.
  package var overrideReason: String?
  package var isCancelled = false
  /// Of the last change.
  package var changeReason: String?
  package var scheduledAt = Instant.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("design", &design)
    try columns.key("number", &number)
    try columns.column("date", &date)
    try columns.column("layers", &layers)
    try columns.column("title", &title)
    try columns.column("items", &items)
    try columns.column("override_reason", &overrideReason)
    try columns.column("is_cancelled", &isCancelled)
    try columns.column("change_reason", &changeReason)
    try columns.column("scheduled_at", &scheduledAt)
    try columns.column("position", &position)
  }
}

extension SessionRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .design(let design, let event) = fact.happening else { return [] }
    switch event {
    case .sessionScheduled(let session): return [.row(RowKey(fact, design, session.number))]
    case .sessionChanged(let session, _, _, _): return [.row(RowKey(fact, design, session))]
    case .drafted, .itemAdded, .itemRemoved, .lessonIncorporated, .lessonDeclined, .approved,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return []
    }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .design(let design, let event) = fact.happening else { return row }
    switch event {
    case .sessionScheduled(let session): return scheduled(fact, design, session)
    case .sessionChanged(_, let date, let cancelled, let reason):
      return row?.changed(by: fact) { row in
        row.date = date ?? row.date
        row.isCancelled = row.isCancelled || cancelled
        row.changeReason = reason
      }
    case .drafted, .itemAdded, .itemRemoved, .lessonIncorporated, .lessonDeclined, .approved,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return row
    }
  }

  private static func scheduled(_ fact: Fact, _ design: Int, _ session: TrainingSession) -> Self {
    var row = Self(fact)
    row.design = design
    row.number = session.number
    row.date = session.date
    row.layers = session.layers
    row.title = session.title
    row.items = session.items
    row.overrideReason = session.overrideReason
    row.scheduledAt = fact.occurredAt
    return row
  }
}
