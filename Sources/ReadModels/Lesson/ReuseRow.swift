package import CivilTime
package import Domain

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
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .adoption(.reuseMeasured) = fact.happening else { return [] }
    return [.newRow(RowKey(fact, fact.position))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .adoption(
        .reuseMeasured(let lesson, let kpi, let before, let after, let leadTimeDays, let note)) =
        fact.happening
    else { return row }
    var row = Self(fact)
    row.lesson = lesson
    row.kpi = kpi
    row.before = before
    row.after = after
    row.leadTimeDays = leadTimeDays
    row.note = note
    row.measuredAt = fact.occurredAt
    row.measuredBy = fact.actor
    return row
  }
}
