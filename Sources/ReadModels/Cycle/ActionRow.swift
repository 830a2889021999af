package import CivilTime
package import Domain

/// Something done in a cycle.
package struct ActionRow: ReadRow {
  package static let table = "action"

  package var department = DepartmentCode.blank
  package var cycle = 0
  /// Of the stream, by which a withdrawal names it.
  package var version = 0
  package var text = ""
  package var minutes: Int?
  package var link: String?
  /// Who acted: the account that logged it unless told otherwise.
  package var actedBy = ""
  /// Who logged it.
  package var actor = Account.blank
  package var occurredAt = Instant.blank
  package var recordedAt = Instant.blank
  /// Nil while it stands.
  package var withdrawnAt: Instant?
  package var withdrawnReason: String?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("version", &version)
    try columns.column("text", &text)
    try columns.column("minutes", &minutes)
    try columns.column("link", &link)
    try columns.column("acted_by", &actedBy)
    try columns.column("actor", &actor)
    try columns.column("occurred_at", &occurredAt)
    try columns.column("recorded_at", &recordedAt)
    try columns.column("withdrawn_at", &withdrawnAt)
    try columns.column("withdrawn_reason", &withdrawnReason)
    try columns.column("position", &position)
  }
}

extension ActionRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .cycle(let number, let event) = fact.happening else { return [] }
    switch event {
    case .actionLogged: return [.newRow(RowKey(fact, number, fact.streamVersion))]
    case .actionWithdrawn(let action, _): return [.row(RowKey(fact, number, action))]
    case .planned, .journalOpened, .planAmended, .cancelled, .obstacleReported, .checked, .acted,
      .nextLinked, .practiceStandardised:
      return []
    }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, let event) = fact.happening else { return row }
    switch event {
    case .actionLogged(let entry): return logged(fact, number, entry)
    case .actionWithdrawn(_, let reason):
      return row?.changed(by: fact) { row in
        row.withdrawnAt = fact.occurredAt
        row.withdrawnReason = reason
      }
    case .planned, .journalOpened, .planAmended, .cancelled, .obstacleReported, .checked, .acted,
      .nextLinked, .practiceStandardised:
      return row
    }
  }

  private static func logged(_ fact: Fact, _ number: Int, _ entry: ActionEntry) -> Self {
    var row = Self(fact)
    row.cycle = number
    row.version = fact.streamVersion
    row.text = entry.text
    row.minutes = entry.minutes
    row.link = entry.link
    row.actedBy = entry.by ?? fact.actor.rawValue
    row.actor = fact.actor
    row.occurredAt = fact.occurredAt
    row.recordedAt = fact.recordedAt
    return row
  }
}
