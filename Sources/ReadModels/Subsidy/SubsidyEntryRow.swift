import CanonicalJSON
package import CivilTime
package import Domain

extension ProjectionModule {
  static let subsidy = ProjectionModule(
    name: "subsidy", version: 1,
    description: "What the papers for a training design's subsidy need, entry by entry",
    subjects: [.subsidy],
    tables: [SubsidyEntryRow.self])
}

/// One entry of the records for a design's subsidy papers, as it was recorded.
package struct SubsidyEntryRow: ReadRow {
  package static let table = "subsidy_entry"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  package var position = 0
  /// Number of the design that it is about.
  package var design = 0
  /// The event's type.
  package var type = ""
  /// The session that it is about; nil for the design as a whole.
  package var session: Int?
  /// Whose it is; nil for no one person's.
  package var account: Account?
  /// The event's payload, as JSON.
  package var content = ""
  package var occurredAt = Instant.blank
  package var recordedAt = Instant.blank
  package var recordedBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("design", &design)
    try columns.column("type", &type)
    try columns.column("session", &session)
    try columns.column("account", &account)
    try columns.column("content", &content)
    try columns.column("occurred_at", &occurredAt)
    try columns.column("recorded_at", &recordedAt)
    try columns.column("recorded_by", &recordedBy)
  }
}

extension SubsidyEntryRow {
  /// Nil for one whose content a redaction left unreadable.
  package var event: SubsidyEvent? {
    guard let payload = try? JSON(parsing: content) else { return nil }
    return try? SubsidyEvent(type: type, payload: Fields(of: payload))
  }
}

extension SubsidyEntryRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .subsidy = entry.happening else { return [] }
    return [.newRow(RowKey(entry, entry.position))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .subsidy(let design, let event) = entry.happening else { return row }
    var row = Self(entry)
    row.design = design
    row.type = event.type
    row.session = event.session
    row.account = event.account
    row.content = event.payload.canonical
    row.occurredAt = entry.occurredAt
    row.recordedAt = entry.recordedAt
    row.recordedBy = entry.actor
    return row
  }
}

extension SubsidyEvent {
  fileprivate var session: Int? {
    switch self {
    case .timesPlanned(let session, _), .timesRecorded(let session, _),
      .attendanceTimed(let session, _, _), .attendanceWithdrawn(let session, _, _):
      session
    case .providerContracted, .curriculumSet, .workingHoursStated, .expenseRecorded,
      .conditionStated, .filed:
      nil
    }
  }

  fileprivate var account: Account? {
    switch self {
    case .attendanceTimed(_, let account, _), .attendanceWithdrawn(_, let account, _): account
    case .providerContracted, .curriculumSet, .workingHoursStated, .timesPlanned, .timesRecorded,
      .expenseRecorded, .conditionStated, .filed:
      nil
    }
  }
}
