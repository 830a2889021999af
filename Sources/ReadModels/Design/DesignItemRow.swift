package import Domain

/// Something that a design teaches.
package struct DesignItemRow: ReadRow {
  package static let table = "design_item"

  package var department = DepartmentCode.blank
  package var design = 0
  /// Counts the design's items from 1.
  package var number = 0
  package var title = ""
  /// Ids of lessons, KPIs, issues and sessions.
  package var reasons: [String] = []
  /// Nil while it stands.
  package var removedReason: String?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("design", &design)
    try columns.key("number", &number)
    try columns.column("title", &title)
    try columns.column("reasons", &reasons)
    try columns.column("removed_reason", &removedReason)
    try columns.column("position", &position)
  }
}

extension DesignItemRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .design(let design, let event) = fact.happening else { return [] }
    switch event {
    case .drafted(_, _, let items): return items.map { .row(RowKey(fact, design, $0.number)) }
    case .itemAdded(let item): return [.row(RowKey(fact, design, item.number))]
    case .itemRemoved(let number, _): return [.row(RowKey(fact, design, number))]
    case .lessonIncorporated, .lessonDeclined, .approved, .sessionScheduled, .sessionChanged,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return []
    }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .design(let design, let event) = fact.happening else { return row }
    switch event {
    case .drafted(_, _, let items):
      return items.first { "\($0.number)" == key.parts.last }.map { added(fact, design, $0) } ?? row
    case .itemAdded(let item): return added(fact, design, item)
    case .itemRemoved(_, let reason):
      return row?.changed(by: fact) { $0.removedReason = reason }
    case .lessonIncorporated, .lessonDeclined, .approved, .sessionScheduled, .sessionChanged,
      .attendanceRecorded, .evaluationRecorded, .costRecorded:
      return row
    }
  }

  private static func added(_ fact: Fact, _ design: Int, _ item: DesignItem) -> Self {
    var row = Self(fact)
    row.design = design
    row.number = item.number
    row.title = item.title
    row.reasons = item.reasons
    return row
  }
}
