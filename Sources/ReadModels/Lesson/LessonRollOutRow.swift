package import CivilTime
package import Domain

/// A proposal that another department adopt a lesson.
package struct LessonRollOutRow: ReadRow {
  package static let table = "lesson_rollout"

  package var department = DepartmentCode.blank
  package var lesson = 0
  package var proposedTo = DepartmentCode.blank
  package var why = ""
  /// Of the first proposal.
  package var proposedAt = Instant.blank
  package var proposedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("lesson", &lesson)
    try columns.key("proposed_to", &proposedTo)
    try columns.column("why", &why)
    try columns.column("proposed_at", &proposedAt)
    try columns.column("proposed_by", &proposedBy)
    try columns.column("position", &position)
  }
}

extension LessonRollOutRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .lesson(let number, .rollOutProposed(let departments, _)) = fact.happening else {
      return []
    }
    return departments.map { .row(RowKey(fact, number, $0)) }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard row == nil,
      case .lesson(let number, .rollOutProposed(let departments, let why)) = fact.happening,
      let proposedTo = departments.first(where: { $0.rawValue == key.parts.last })
    else { return row }
    var row = Self(fact)
    row.lesson = number
    row.proposedTo = proposedTo
    row.why = why
    row.proposedAt = fact.occurredAt
    row.proposedBy = fact.actor
    return row
  }
}
