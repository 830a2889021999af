package import CivilTime
package import Domain

/// A step that a cycle took, for its history and for what was recorded late.
package struct CycleStepRow: ReadRow {
  package static let table = "cycle_step"

  package var department = DepartmentCode.blank
  package var cycle = 0
  /// Of the stream.
  package var version = 0
  package var kind = CycleStepKind.blank
  package var actor = Account.blank
  package var occurredAt = Instant.blank
  package var recordedAt = Instant.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("version", &version)
    try columns.column("kind", &kind)
    try columns.column("actor", &actor)
    try columns.column("occurred_at", &occurredAt)
    try columns.column("recorded_at", &recordedAt)
    try columns.column("position", &position)
  }
}

package enum CycleStepKind: String, Sendable, CaseIterable {
  case journalOpened, planned, amended, checked, acted, cancelled, obstacle, linked, practice
}

extension CycleStepKind: NamedColumnValue {
  /// Nil for events that are no step: actions have a table of their own.
  init?(_ event: CycleEvent) {
    switch event {
    case .planned: self = .planned
    case .journalOpened: self = .journalOpened
    case .planAmended: self = .amended
    case .actionLogged, .actionWithdrawn: return nil
    case .cancelled: self = .cancelled
    case .obstacleReported: self = .obstacle
    case .checked: self = .checked
    case .acted: self = .acted
    case .nextLinked: self = .linked
    case .practiceStandardised: self = .practice
    }
  }
}

extension CycleStepRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .cycle(let number, let event) = fact.happening, CycleStepKind(event) != nil else {
      return []
    }
    return [.newRow(RowKey(fact, number, fact.streamVersion))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, let event) = fact.happening, let kind = CycleStepKind(event)
    else { return row }
    var row = Self(fact)
    row.cycle = number
    row.version = fact.streamVersion
    row.kind = kind
    row.actor = fact.actor
    row.occurredAt = fact.occurredAt
    row.recordedAt = fact.recordedAt
    return row
  }
}
