import Postgres

/// Which of the schemas `read_N` is in use, and what it was built from.
struct SchemaPointer: Sendable, Equatable {
  var schema: String
  /// Tells what it was built from; see ``SchemaDefinition``.
  var definition: String

  /// 7 of `read_7`.
  var number: Int { Int(schema.dropFirst("read_".count)) ?? 0 }

  static func makeTable(_ session: Session) throws {
    try session.executeScript(
      """
      CREATE SCHEMA IF NOT EXISTS read;
      CREATE TABLE IF NOT EXISTS read.pointer (
        one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
        schema text COLLATE "C" NOT NULL,
        definition text COLLATE "C" NOT NULL, -- tells files and projection versions apart
        built_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      GRANT USAGE ON SCHEMA read TO pdca_member;
      GRANT SELECT ON read.pointer TO pdca_member;
      """)
    try Tenure.makeTable(session)
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
