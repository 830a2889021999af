import Domain
package import EventLog

/// What an event made of one row.
package struct RowChange: Sendable {
  package let table: String
  /// Nil for a row that the event made.
  package let before: (any ReadRow)?
  /// Nil for a row that the event removed.
  package let after: (any ReadRow)?
}

/// Rows as events make them, one event after the other, kept in memory. Each log's events must
/// come in their order; a row needs those of its own stream alone.
package final class RowHistory {
  private let tables = ProjectionModule.all.map { $0.tables.map { $0.remembered } }

  package init() {}

  /// What the event changes; nothing for one that this program can't read.
  package func take(_ event: RecordedEvent) -> [RowChange] {
    guard let subject = Subject(type: event.type),
      let department = DepartmentCode(event.department),
      let entry = try? LoggedEvent(event, of: department)
    else { return [] }
    return tables[ProjectionModule.place(of: subject)].flatMap { $0.take(entry) }
  }
}

private protocol RememberedTable: AnyObject {
  func take(_ entry: LoggedEvent) -> [RowChange]
}

extension ProjectedRow {
  fileprivate static var remembered: any RememberedTable { TableMemory<Self>() }
}

private final class TableMemory<R: ProjectedRow>: RememberedTable {
  private var rows: [RowKey: R] = [:]

  func take(_ entry: LoggedEvent) -> [RowChange] {
    R.touches(of: entry).compactMap { touch in
      let before = rows[touch.key]
      let after = R.apply(entry, to: before, at: touch.key)
      rows[touch.key] = after
      return before == after ? nil : RowChange(table: R.table, before: before, after: after)
    }
  }
}
