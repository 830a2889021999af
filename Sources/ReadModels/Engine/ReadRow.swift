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
  static func touches(of fact: Fact) -> [Touch]

  /// The row after the event; nil when there is none.
  static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self?

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
  /// A row that the fact makes.
  init(_ fact: Fact) {
    self.init()
    department = fact.department
    position = fact.position
  }

  /// The row with a change that the fact made.
  func changed(by fact: Fact, _ change: (inout Self) -> Void) -> Self {
    var copy = self
    copy.position = fact.position
    change(&copy)
    return copy
  }
}
