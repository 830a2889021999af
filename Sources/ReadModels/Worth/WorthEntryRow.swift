import CanonicalJSON
package import CivilTime
package import Domain

extension ProjectionModule {
  static let worth = ProjectionModule(
    name: "worth", version: 1,
    description: "What it is worth: values per unit, hourly costs, shares of value areas",
    subjects: [.worth],
    tables: [WorthEntryRow.self])
}

/// One statement of worth, as it was recorded.
package struct WorthEntryRow: ReadRow {
  package static let table = "worth_entry"

  package var department = DepartmentCode.blank
  package var position = 0
  /// The event's type.
  package var type = ""
  /// A KPI, a session, a design or a layer.
  package var about = ""
  /// The event's payload, as JSON.
  package var content = ""
  package var occurredAt = Instant.blank
  package var recordedAt = Instant.blank
  package var recordedBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("type", &type)
    try columns.column("about", &about)
    try columns.column("content", &content)
    try columns.column("occurred_at", &occurredAt)
    try columns.column("recorded_at", &recordedAt)
    try columns.column("recorded_by", &recordedBy)
  }
}

extension WorthEntryRow {
  /// Nil for one whose content a redaction left unreadable.
  package var event: WorthEvent? {
    guard let payload = try? JSON(parsing: content) else { return nil }
    return try? WorthEvent(type: type, payload: Fields(of: payload))
  }

  /// Where it stands in the log, such as `SALES@12`.
  package var place: String { "\(department)@\(position)" }
}

extension WorthEntryRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .worth = entry.happening else { return [] }
    return [.newRow(RowKey(entry, entry.position))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .worth(let event) = entry.happening else { return row }
    var row = Self(entry)
    row.type = event.type
    row.about = event.about
    row.content = event.payload.canonical
    row.occurredAt = entry.occurredAt
    row.recordedAt = entry.recordedAt
    row.recordedBy = entry.actor
    return row
  }
}

extension WorthEvent {
  fileprivate var about: String {
    switch self {
    case .unitValueSet(let value, _): "\(value.kpi)"
    case .indicatorNamed(let kpi, _), .areasShared(let kpi, _): "\(kpi)"
    case .wageRateSet(let rate, _): rate.layer.rawValue
    case .sessionLengthStated(let session, _): "\(session)"
    case .subsidyReceived(let design, _, _, _): "\(design)"
    case .effectEstimated(let estimate): "\(estimate.design)"
    }
  }
}
