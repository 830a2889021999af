import Postgres
import Schema

/// What the read models are built from: their files and the versions of the projections.
enum SchemaDefinition {
  /// SHA-256 over everything.
  static func hash(_ session: Session) throws -> String {
    let versions = ProjectionModule.all.map { "\($0.name) \($0.version)" }
    let text = Schema.readModels.map { "\($0.path)\n\($0.sql)" } + versions
    return try session.first(
      "SELECT encode(sha256(convert_to(\(text.joined(separator: "\n")), 'UTF8')), 'hex')"
    ) { try $0.text(0) } ?? ""
  }

  /// Writes down what each projection of this schema is built from.
  static func record(_ session: Session) throws {
    let all = ProjectionModule.all
    try session.execute(
      """
      INSERT INTO projection (name, version, tables)
      SELECT * FROM unnest(\(all.map(\.name))::text[], \(all.map(\.version))::bigint[],
        \(all.map(tables))::text[])
      """)
  }

  /// The projections that the schema in use was built otherwise from, or without; all of them
  /// before the first build. Empty when nothing but views changed.
  static func changed(since former: SchemaPointer?, in session: Session) throws -> [String] {
    guard let former, try isRecorded(in: former.schema, session) else {
      return ProjectionModule.all.map(\.name)
    }
    let rows = try session.query(
      "SELECT name, version, tables FROM \(identifier: former.schema).projection"
    ) { (try $0.text(0), (try $0.int(1), try $0.text(2))) }
    let built = Dictionary(uniqueKeysWithValues: rows)
    return ProjectionModule.all.filter { module in
      guard let (version, tables) = built[module.name] else { return true }
      return version != module.version || tables != self.tables(of: module)
    }.map(\.name)
  }

  /// Schemas of before this was written down have no such table.
  private static func isRecorded(in schema: String, _ session: Session) throws -> Bool {
    let name = schema + ".projection"
    return try session.first("SELECT to_regclass(\(name)) IS NOT NULL") { try $0.bool(0) } ?? false
  }

  /// The file `04_cycle.sql` makes the tables of the projection `cycle`.
  private static func tables(of module: ProjectionModule) -> String {
    Schema.readModels.first { $0.path.hasSuffix("_\(module.name).sql") }?.sql ?? ""
  }
}
