package import CivilTime
package import Domain

/// A design's answer to a lesson.
package struct DesignLessonRow: ReadRow {
  package static let table = "design_lesson"

  package var department = DepartmentCode.blank
  package var design = 0
  package var lesson = ItemID.blank
  /// The item that it went into; nil when declined.
  package var item: Int?
  /// Nil when incorporated.
  package var declinedReason: String?
  package var answeredAt = Instant.blank
  package var answeredBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("design", &design)
    try columns.key("lesson", &lesson)
    try columns.column("item", &item)
    try columns.column("declined_reason", &declinedReason)
    try columns.column("answered_at", &answeredAt)
    try columns.column("answered_by", &answeredBy)
    try columns.column("position", &position)
  }
}

extension DesignLessonRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .design(let design, let event) = fact.happening else { return [] }
    switch event {
    case .lessonIncorporated(let lesson, _), .lessonDeclined(let lesson, _):
      return [.row(RowKey(fact, design, lesson))]
    case .drafted, .itemAdded, .itemRemoved, .approved, .sessionScheduled, .sessionChanged,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return []
    }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .design(let design, let event) = fact.happening else { return row }
    switch event {
    case .lessonIncorporated(let lesson, let item):
      return answered(fact, design, lesson, item: item)
    case .lessonDeclined(let lesson, let reason):
      return answered(fact, design, lesson, reason: reason)
    case .drafted, .itemAdded, .itemRemoved, .approved, .sessionScheduled, .sessionChanged,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return row
    }
  }

  private static func answered(
    _ fact: Fact, _ design: Int, _ lesson: ItemID, item: Int? = nil, reason: String? = nil
  ) -> Self {
    var row = Self(fact)
    row.design = design
    row.lesson = lesson
    row.item = item
    row.declinedReason = reason
    row.answeredAt = fact.occurredAt
    row.answeredBy = fact.actor
    return row
  }
}
