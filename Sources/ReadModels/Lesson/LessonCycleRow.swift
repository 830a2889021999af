package import Domain

/// A cycle that a lesson was learned from.
package struct LessonCycleRow: ReadRow {
  package static let table = "lesson_cycle"

  package var department = DepartmentCode.blank
  package var lesson = 0
  package var cycle = ItemID.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("lesson", &lesson)
    try columns.key("cycle", &cycle)
    try columns.column("position", &position)
  }
}

extension LessonCycleRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .lesson(let number, .drafted(let draft)) = fact.happening else { return [] }
    return draft.cycles.map { .row(RowKey(fact, number, $0)) }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .lesson(let number, .drafted(let draft)) = fact.happening,
      let cycle = draft.cycles.first(where: { $0.description == key.parts.last })
    else { return row }
    var row = Self(fact)
    row.lesson = number
    row.cycle = cycle
    return row
  }
}
