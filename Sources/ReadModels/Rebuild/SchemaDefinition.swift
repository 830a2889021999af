import Postgres
import Schema

/// What the read models are built from: their files and the versions of the projections.
enum SchemaDefinition {
  /// This program's, told from others by a fingerprint.
  static let own: String = {
    var fingerprint = Fingerprint()
    for file in Schema.readModels {
      fingerprint.add(file.path)
      fingerprint.add(file.sql)
    }
    for module in ProjectionModule.all { fingerprint.add("\(module.name) \(module.version)") }
    return String(fingerprint.value, radix: 16)
  }()

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

  /// How the projections of the schema in use were built otherwise; all of them before the first
  /// build. Empty when nothing but views differs.
  static func differences(
    from former: SchemaPointer?, in session: Session
  ) throws -> [OtherReadModels.Projection] {
    let built = try former.map { try recorded(in: $0.schema, session) } ?? [:]
    let own = ProjectionModule.all.filter { module in
      built[module.name] ?? (0, "") != (module.version, tables(of: module))
    }
    let unknown = Set(built.keys).subtracting(ProjectionModule.all.map(\.name))
    return own.map { .init(name: $0.name, built: built[$0.name]?.version, own: $0.version) }
      + unknown.sorted().map { .init(name: $0, built: built[$0]?.version, own: nil) }
  }

  /// By projection. Schemas of before this was written down have no such table.
  private static func recorded(
    in schema: String, _ session: Session
  ) throws -> [String: (version: Int, tables: String)] {
    let name = schema + ".projection"
    guard
      try session.first("SELECT to_regclass(\(name)) IS NOT NULL", { try $0.bool(0) }) == true
    else { return [:] }
    let rows = try session.query(
      "SELECT name, version, tables FROM \(identifier: schema).projection"
    ) { (try $0.text(0), (version: try $0.int(1), tables: try $0.text(2))) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// The file `04_cycle.sql` makes the tables of the projection `cycle`.
  private static func tables(of module: ProjectionModule) -> String {
    Schema.readModels.first { $0.path.hasSuffix("_\(module.name).sql") }?.sql ?? ""
  }
}
