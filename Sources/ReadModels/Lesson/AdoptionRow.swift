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
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .lesson(let number, .rollOutProposed(let departments, _)) = entry.happening else {
      return []
    }
    return departments.map { .row(RowKey(entry, number, $0)) }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard row == nil,
      case .lesson(let number, .rollOutProposed(let departments, let why)) = entry.happening,
      let proposedTo = departments.first(where: { $0.rawValue == key.parts.last })
    else { return row }
    var row = Self(entry)
    row.lesson = number
    row.proposedTo = proposedTo
    row.why = why
    row.proposedAt = entry.occurredAt
    row.proposedBy = entry.actor
    return row
  }
}

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
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .adoption(let event) = entry.happening else { return [] }
    switch event {
    case .adopted(let lesson, _, _, _), .declined(let lesson, _, _):
      return [.row(RowKey(entry, lesson))]
    case .reuseMeasured: return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .adoption(let event) = entry.happening else { return row }
    switch event {
    case .adopted(let lesson, let cycle, let note, let considered):
      var row = decided(entry, lesson, considered)
      row.adopted = true
      row.cycle = cycle
      row.text = note
      return row
    case .declined(let lesson, let reason, let considered):
      var row = decided(entry, lesson, considered)
      row.text = reason
      return row
    case .reuseMeasured: return row
    }
  }

  private static func decided(_ entry: LoggedEvent, _ lesson: ItemID, _ considered: Int) -> Self {
    var row = Self(entry)
    row.lesson = lesson
    row.considered = considered
    row.decidedAt = entry.occurredAt
    row.decidedBy = entry.actor
    return row
  }
}

/// The measured effect of a lesson where it was reused.
package struct ReuseRow: ReadRow {
  package static let table = "reuse"

  /// The department that reuses it.
  package var department = DepartmentCode.blank
  package var position = 0
  package var lesson = ItemID.blank
  package var kpi = KPIReference.blank
  /// Mean of the KPI before, in its unit.
  package var before = 0.0
  /// Mean of the KPI after, in its unit.
  package var after = 0.0
  /// Days from proposal to effect.
  package var leadTimeDays: Int?
  package var note: String?
  package var measuredAt = Instant.blank
  package var measuredBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("lesson", &lesson)
    try columns.column("kpi", &kpi)
    try columns.column("before", &before)
    try columns.column("after", &after)
    try columns.column("lead_time_days", &leadTimeDays)
    try columns.column("note", &note)
    try columns.column("measured_at", &measuredAt)
    try columns.column("measured_by", &measuredBy)
  }
}

extension ReuseRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .adoption(.reuseMeasured) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, entry.position))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .adoption(
        .reuseMeasured(let lesson, let kpi, let before, let after, let leadTimeDays, let note)) =
        entry.happening
    else { return row }
    var row = Self(entry)
    row.lesson = lesson
    row.kpi = kpi
    row.before = before
    row.after = after
    row.leadTimeDays = leadTimeDays
    row.note = note
    row.measuredAt = entry.occurredAt
    row.measuredBy = entry.actor
    return row
  }
}
