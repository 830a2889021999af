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

/// Which of the schemas `read_N` is in use, and what it was built from.
struct SchemaPointer: Sendable, Equatable {
  var schema: String
  /// Tells what it was built from; see ``SchemaDefinition``.
  var definition: String

  /// 7 of `read_7`.
  var number: Int { Int(schema.dropFirst("read_".count)) ?? 0 }

  /// With that of the followers' tenures; where they are there already, nothing happens.
  static func makeTables(_ session: Session) throws {
    for file in Schema.pointer { try session.executeScript(file.sql) }
  }

  /// Nil before the first build.
  static func current(_ session: Session) throws -> SchemaPointer? {
    try session.first("SELECT schema, definition FROM read.pointer") {
      SchemaPointer(schema: try $0.text(0), definition: try $0.text(1))
    }
  }

  /// Points here from the end of the transaction on.
  func move(_ session: Session) throws {
    try session.execute(
      """
      INSERT INTO read.pointer (schema, definition) VALUES (\(schema), \(definition))
      ON CONFLICT (one) DO UPDATE SET schema = EXCLUDED.schema,
        definition = EXCLUDED.definition, built_at = clock_timestamp()
      """)
  }
}

/// Read models in use that this program would make otherwise: neither reads nor writes them.
package struct OtherReadModels: Sendable, Equatable {
  /// `read_7`.
  package var schema: String
  /// Those of another version or with other tables; empty when nothing but views differs.
  package var projections: [Projection]

  package init(schema: String, projections: [Projection]) {
    self.schema = schema
    self.projections = projections
  }

  package struct Projection: Sendable, Equatable {
    package var name: String
    /// The version that the read models were built by; nil when they lack it.
    package var built: Int?
    /// This program's version; nil when it doesn't know it.
    package var own: Int?

    package init(name: String, built: Int?, own: Int?) {
      (self.name, self.built, self.own) = (name, built, own)
    }
  }

  /// Beside this program.
  package enum Age: Sendable, Equatable {
    case older, newer
    /// Versions are alike; only tables or views tell them apart.
    case unknown
  }

  /// Versions only rise, so that one that is above this program's is a newer program's.
  package var age: Age {
    if projections.contains(where: { $0.built ?? 0 > $0.own ?? 0 }) { return .newer }
    return projections.contains { $0.built ?? 0 < $0.own ?? 0 } ? .older : .unknown
  }
}

extension ReadSchema {
  /// Why the read models that the pointer names are not entered.
  static func refusal(in session: Session) throws -> ProjectionError {
    guard let pointer = try SchemaPointer.current(session) else { return .notBuilt }
    return .builtOtherwise(
      OtherReadModels(
        schema: pointer.schema,
        projections: try SchemaDefinition.differences(from: pointer, in: session)))
  }
}
