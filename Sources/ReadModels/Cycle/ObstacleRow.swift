package import CivilTime
package import Domain

/// Something that stands in a cycle's way.
package struct ObstacleRow: ReadRow {
  package static let table = "obstacle"

  package var department = DepartmentCode.blank
  package var cycle = 0
  /// Of the stream.
  package var version = 0
  package var obstacle = ""
  package var reportedAt = Instant.blank
  package var reportedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("version", &version)
    try columns.column("obstacle", &obstacle)
    try columns.column("reported_at", &reportedAt)
    try columns.column("reported_by", &reportedBy)
    try columns.column("position", &position)
  }
}

extension ObstacleRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .cycle(let number, .obstacleReported) = fact.happening else { return [] }
    return [.newRow(RowKey(fact, number, fact.streamVersion))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, .obstacleReported(let obstacle)) = fact.happening else {
      return row
    }
    var row = Self(fact)
    row.cycle = number
    row.version = fact.streamVersion
    row.obstacle = obstacle
    row.reportedAt = fact.occurredAt
    row.reportedBy = fact.actor
    return row
  }
}
