/// A table's columns as its row type names them.
struct TableShape: ColumnVisitor, Sendable {
  struct Column: Sendable, Equatable {
    var name: String
    /// PostgreSQL's name.
    var type: String
    /// SQL that reads it.
    var selection: String
    var isKey: Bool
  }

  let table: String
  private(set) var columns: [Column] = []

  init<R: ReadRow>(_: R.Type) {
    table = R.table
    var row = R()
    do { try row.visit(&self) } catch { preconditionFailure("describing a row failed: \(error)") }
  }

  mutating func key<Value: ColumnValue>(_ name: String, _ value: inout Value) {
    add(name, Value.self, isKey: true)
  }

  mutating func column<Value: ColumnValue>(_ name: String, _ value: inout Value) {
    add(name, Value.self, isKey: false)
  }

  private mutating func add<Value: ColumnValue>(_ name: String, _: Value.Type, isKey: Bool) {
    columns.append(
      Column(
        name: "\"\(name)\"", type: Value.sqlType, selection: Value.selecting("\"\(name)\""),
        isKey: isKey))
  }

  var keys: [Column] { columns.filter(\.isKey) }
}

extension TableShape {
  /// The columns as `init(cells:)` of the row takes them, from the table or an alias of it.
  func selection(from alias: String? = nil) -> String {
    guard let alias else { return columns.map(\.selection).joined(separator: ", ") }
    return columns.map { column in
      column.selection.replacing(column.name, with: "\(alias).\(column.name)")
    }.joined(separator: ", ")
  }
}

extension ReadRow {
  /// Select list of a query whose rows `init(_:)` reads.
  package static func columns(of alias: String? = nil) -> String {
    TableShape(Self.self).selection(from: alias)
  }
}
