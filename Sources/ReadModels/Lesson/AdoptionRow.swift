package import CivilTime
package import Domain

/// What a department decided on another's lesson.
package struct AdoptionRow: ReadRow {
  package static let table = "adoption"

  /// The department that decided.
  package var department = DepartmentCode.blank
  package var lesson = ItemID.blank
  /// False: declined.
  package var adopted = false
  /// The cycle in which it is tried.
  package var cycle: ItemID?
  /// The note of an adoption, the reason of a refusal.
  package var text: String?
  /// Position of the lesson's log that the decision knew.
  package var considered = 0
  package var decidedAt = Instant.blank
  package var decidedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("lesson", &lesson)
    try columns.column("adopted", &adopted)
    try columns.column("cycle", &cycle)
    try columns.column("text", &text)
    try columns.column("considered", &considered)
    try columns.column("decided_at", &decidedAt)
    try columns.column("decided_by", &decidedBy)
    try columns.column("position", &position)
  }
}

extension AdoptionRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .adoption(let event) = fact.happening else { return [] }
    switch event {
    case .adopted(let lesson, _, _, _), .declined(let lesson, _, _):
      return [.row(RowKey(fact, lesson))]
    case .reuseMeasured: return []
    }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .adoption(let event) = fact.happening else { return row }
    switch event {
    case .adopted(let lesson, let cycle, let note, let considered):
      var row = decided(fact, lesson, considered)
      row.adopted = true
      row.cycle = cycle
      row.text = note
      return row
    case .declined(let lesson, let reason, let considered):
      var row = decided(fact, lesson, considered)
      row.text = reason
      return row
    case .reuseMeasured: return row
    }
  }

  private static func decided(_ fact: Fact, _ lesson: ItemID, _ considered: Int) -> Self {
    var row = Self(fact)
    row.lesson = lesson
    row.considered = considered
    row.decidedAt = fact.occurredAt
    row.decidedBy = fact.actor
    return row
  }
}
