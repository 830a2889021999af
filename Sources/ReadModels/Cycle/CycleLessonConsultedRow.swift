package import CivilTime
package import Domain

/// A lesson that was looked at when a cycle was planned.
package struct CycleLessonConsultedRow: ReadRow {
  package static let table = "cycle_lesson_consulted"

  package var department = DepartmentCode.blank
  package var cycle = 0
  package var lesson = ItemID.blank
  package var consultedAt = Instant.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("lesson", &lesson)
    try columns.column("consulted_at", &consultedAt)
    try columns.column("position", &position)
  }
}

extension CycleLessonConsultedRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .cycle(let number, .planned(let plan)) = fact.happening else { return [] }
    return plan.lessonsConsulted.map { .row(RowKey(fact, number, $0)) }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, .planned(let plan)) = fact.happening,
      let lesson = plan.lessonsConsulted.first(where: { $0.description == key.parts.last })
    else { return row }
    var row = Self(fact)
    row.cycle = number
    row.lesson = lesson
    row.consultedAt = fact.occurredAt
    return row
  }
}
