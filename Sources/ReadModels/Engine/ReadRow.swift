package import Domain

/// A row of a read-model table. `visit` names its columns once, the key's first, for reading,
/// writing and describing alike.
package protocol ReadRow: Sendable, Equatable {
  static var table: String { get }

  /// A row before anything is known of it; every column is set before it is used.
  init()

  /// Whose log the row comes from.
  var department: DepartmentCode { get set }
  /// The last event that changed the row.
  var position: Int { get set }

  mutating func visit(_ columns: inout some ColumnVisitor) throws
}

/// How events make a table's rows. Both functions are pure, and a row depends on events of its
/// own key alone: anything across rows is a view.
package protocol ProjectedRow: ReadRow {
  /// The keys of the rows that the event makes, changes or removes.
  static func touches(of entry: LoggedEvent) -> [Touch]

  /// The row after the event; nil when there is none.
  static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self?

  /// An empty table to fold a log into. Never implemented: as a requirement it is compiled for each
  /// row type by itself, at several times the speed.
  /// - Parameter limit: rows kept at most from one `write` to the next.
  static func fold(limit: Int) -> FoldedTable
}

/// Walks over a row's columns.
package protocol ColumnVisitor {
  mutating func key<Value: ColumnValue>(_ name: String, _ value: inout Value) throws
  mutating func column<Value: ColumnValue>(_ name: String, _ value: inout Value) throws
}

extension ReadRow {
  /// A row that the entry makes.
  init(_ entry: LoggedEvent) {
    self.init()
    department = entry.department
    position = entry.position
  }

  /// The row with a change that the entry made.
  func changed(by entry: LoggedEvent, _ change: (inout Self) -> Void) -> Self {
    var copy = self
    copy.position = entry.position
    change(&copy)
    return copy
  }
}

/// A row's key: the text forms of its key columns.
package struct RowKey: Hashable, Sendable {
  package let parts: [String]

  package init(_ parts: [String]) { self.parts = parts }

  /// The key of a row in the entry's department; the parts after the department.
  package init<each Part: CustomStringConvertible>(_ entry: LoggedEvent, _ part: repeat each Part) {
    var parts: [String] = []
    parts.reserveCapacity(4)
    parts.append(entry.department.rawValue)
    repeat parts.append((each part).description)
    self.parts = parts
  }
}

/// A key that an event touches.
package struct Touch: Hashable, Sendable {
  package let key: RowKey
  /// Whether no event before this one can have touched the key, so that no row need be looked up.
  package let isNew: Bool

  package static func row(_ key: RowKey) -> Touch { Touch(key: key, isNew: false) }
  package static func newRow(_ key: RowKey) -> Touch { Touch(key: key, isNew: true) }
}
