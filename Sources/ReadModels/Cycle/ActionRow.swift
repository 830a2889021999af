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
  /// Whether a machine or an assistant wrote it down.
  package var byMachine = false
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
    try columns.column("by_machine", &byMachine)
    try columns.column("withdrawn_at", &withdrawnAt)
    try columns.column("withdrawn_reason", &withdrawnReason)
    try columns.column("position", &position)
  }
}

extension ActionRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .cycle(let number, let event) = entry.happening else { return [] }
    switch event {
    case .actionLogged: return [.newRow(RowKey(entry, number, entry.streamVersion))]
    case .actionWithdrawn(let action, _): return [.row(RowKey(entry, number, action))]
    case .planned, .journalOpened, .planAmended, .cancelled, .obstacleReported, .checked, .acted,
      .nextLinked, .practiceStandardised:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, let event) = entry.happening else { return row }
    switch event {
    case .actionLogged(let action): return logged(entry, number, action)
    case .actionWithdrawn(_, let reason):
      return row?.changed(by: entry) { row in
        row.withdrawnAt = entry.occurredAt
        row.withdrawnReason = reason
      }
    case .planned, .journalOpened, .planAmended, .cancelled, .obstacleReported, .checked, .acted,
      .nextLinked, .practiceStandardised:
      return row
    }
  }

  private static func logged(_ entry: LoggedEvent, _ number: Int, _ action: ActionEntry) -> Self {
    var row = Self(entry)
    row.cycle = number
    row.version = entry.streamVersion
    row.text = action.text
    row.minutes = action.minutes
    row.link = action.link
    row.actedBy = action.by ?? entry.actor.rawValue
    row.byMachine = action.byMachine ?? false
    row.actor = entry.actor
    row.occurredAt = entry.occurredAt
    row.recordedAt = entry.recordedAt
    return row
  }
}

/// Something that stands in a cycle's way.
package struct ObstacleRow: ReadRow {
  package static let table = "obstacle"

  package var department = DepartmentCode.blank
  package var cycle = 0
  /// Of the stream.
  package var version = 0
  package var obstacle = ""
  /// Whether a machine or an assistant wrote it down.
  package var byMachine = false
  package var reportedAt = Instant.blank
  package var reportedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("version", &version)
    try columns.column("obstacle", &obstacle)
    try columns.column("by_machine", &byMachine)
    try columns.column("reported_at", &reportedAt)
    try columns.column("reported_by", &reportedBy)
    try columns.column("position", &position)
  }
}

extension ObstacleRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .cycle(let number, .obstacleReported) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, number, entry.streamVersion))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, .obstacleReported(let obstacle, let byMachine)) = entry.happening
    else { return row }
    var row = Self(entry)
    row.cycle = number
    row.version = entry.streamVersion
    row.obstacle = obstacle
    row.byMachine = byMachine ?? false
    row.reportedAt = entry.occurredAt
    row.reportedBy = entry.actor
    return row
  }
}

/// A practice that became standard out of a cycle.
package struct PracticeRow: ReadRow {
  package static let table = "practice"

  package var department = DepartmentCode.blank
  package var cycle = 0
  /// Of the stream.
  package var version = 0
  package var practice = ""
  package var link: String?
  package var standardisedAt = Instant.blank
  package var standardisedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("cycle", &cycle)
    try columns.key("version", &version)
    try columns.column("practice", &practice)
    try columns.column("link", &link)
    try columns.column("standardised_at", &standardisedAt)
    try columns.column("standardised_by", &standardisedBy)
    try columns.column("position", &position)
  }
}

extension PracticeRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .cycle(let number, .practiceStandardised) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, number, entry.streamVersion))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, .practiceStandardised(let practice, let link)) = entry.happening
    else { return row }
    var row = Self(entry)
    row.cycle = number
    row.version = entry.streamVersion
    row.practice = practice
    row.link = link
    row.standardisedAt = entry.occurredAt
    row.standardisedBy = entry.actor
    return row
  }
}
