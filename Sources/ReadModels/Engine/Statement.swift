import Postgres

/// SQL whose values are counted from `$1`, to be joined with others into one statement.
struct Statement: Sendable {
  /// The text, given how many values come before its own.
  let sql: @Sendable (Int) -> String
  let binds: [Bind]

  static let nothing = Statement(sql: { _ in "SELECT" }, binds: [])

  /// Runs them all in one round trip. They may not touch the same rows, since each sees what was
  /// there before.
  /// - Parameter ending: what answers, where `s0`, `s1` and so on are what the others return.
  static func joined(_ statements: [Statement], ending: Statement = .nothing) -> Query {
    var sql: [String] = []
    var binds: [Bind] = []
    for (index, statement) in statements.enumerated() {
      sql.append("s\(index) AS (\(statement.sql(binds.count)))")
      binds += statement.binds
    }
    let end = ending.sql(binds.count)
    return Query(
      sql: "WITH " + sql.joined(separator: ",\n") + "\n" + end, binds: binds + ending.binds)
  }
}

extension TableShape {
  func lookUp(_ keys: [RowKey]) -> Query {
    let names = self.keys.map(\.name).joined(separator: ", ")
    return Query(
      sql: """
        SELECT \(selection()) FROM \(table)
        WHERE (\(names)) IN (SELECT * FROM unnest(\(keyArrays(after: 0))))
        """, binds: keyBinds(keys))
  }

  /// Nil when there is nothing to write.
  func upsert(_ rows: [[String?]]) -> Statement? {
    guard !rows.isEmpty else { return nil }
    let binds = columns.indices.map { column in Bind(rows.map { $0[column] }) }
    return Statement(sql: { upsertSQL(after: $0) }, binds: binds)
  }

  func delete(_ keys: [RowKey]) -> Statement? {
    guard !keys.isEmpty else { return nil }
    let names = self.keys.map(\.name).joined(separator: ", ")
    return Statement(
      sql: {
        "DELETE FROM \(table) WHERE (\(names)) IN (SELECT * FROM unnest(\(keyArrays(after: $0))))"
      }, binds: keyBinds(keys))
  }

  private func upsertSQL(after count: Int) -> String {
    let names = columns.map(\.name).joined(separator: ", ")
    let arrays = columns.indices.map { "$\(count + $0 + 1)::\(columns[$0].arrayType)" }
    let values = columns.map { $0.isArray ? "u.\($0.name)::\($0.type)" : "u.\($0.name)" }
    let changes = columns.filter { !$0.isKey }.map { "\($0.name) = EXCLUDED.\($0.name)" }
    return """
      INSERT INTO \(table) (\(names))
      SELECT \(values.joined(separator: ", "))
      FROM unnest(\(arrays.joined(separator: ", "))) AS u(\(names))
      ON CONFLICT (\(keys.map(\.name).joined(separator: ", ")))
      DO UPDATE SET \(changes.joined(separator: ", "))
      """
  }

  private func keyArrays(after count: Int) -> String {
    keys.enumerated().map { "$\(count + $0 + 1)::\($1.arrayType)" }.joined(separator: ", ")
  }

  private func keyBinds(_ keys: [RowKey]) -> [Bind] {
    self.keys.indices.map { part in Bind(keys.map { $0.parts[part] }) }
  }
}

extension TableShape.Column {
  var isArray: Bool { type.hasSuffix("[]") }

  /// Arrays of arrays would be flattened: they travel as text.
  var arrayType: String { isArray ? "text[]" : "\(type)[]" }
}
