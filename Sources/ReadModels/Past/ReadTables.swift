import Schema

/// The definitions of read-model tables and views, one by one.
enum ReadTables {
  /// Of all projected tables.
  static let names = Set(ProjectionModule.all.flatMap(\.tables).map { $0.table })

  /// A table with its indexes, as SQL statements.
  static func definition(of table: String) -> String {
    let own = ["CREATE TABLE \(table) (", " ON \(table) ", " ON \(table)("]
    return statements.filter { statement in
      !isView(statement) && own.contains { statement.contains($0) }
    }.joined(separator: ";\n")
  }

  /// All views, in an order in which they can be made once all tables are there.
  static let views = statements.filter(isView).joined(separator: ";\n")

  private static func isView(_ statement: String) -> Bool { statement.contains("CREATE VIEW ") }

  /// Each with the comments before it, as the files hold them.
  private static let statements = Schema.readModels.flatMap { file in
    file.sql.split(separator: ";\n").map(String.init)
  }
}
