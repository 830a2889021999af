package import CivilTime
package import Domain

/// What a design or one of its sessions cost.
package struct CostRow: ReadRow {
  package static let table = "cost"

  package var department = DepartmentCode.blank
  package var position = 0
  package var design = 0
  /// Nil for the design as a whole.
  package var session: Int?
  package var what = ""
  /// Minor units of `currency`.
  package var amount = 0
  /// ISO 4217.
  package var currency = ""
  package var occurredAt = Instant.blank
  package var recordedBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("design", &design)
    try columns.column("session", &session)
    try columns.column("what", &what)
    try columns.column("amount", &amount)
    try columns.column("currency", &currency)
    try columns.column("occurred_at", &occurredAt)
    try columns.column("recorded_by", &recordedBy)
  }
}

extension CostRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .design(_, .costRecorded) = fact.happening else { return [] }
    return [.newRow(RowKey(fact, fact.position))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .design(let design, .costRecorded(let session, let what, let amount)) = fact.happening
    else { return row }
    var row = Self(fact)
    row.design = design
    row.session = session
    row.what = what
    row.amount = amount.minorUnits
    row.currency = amount.currency
    row.occurredAt = fact.occurredAt
    row.recordedBy = fact.actor
    return row
  }
}
