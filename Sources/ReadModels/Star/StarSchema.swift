import Glibc
package import Postgres
import Schema

/// The star schema for business intelligence: the schema `bi` of plain views over the read models in use,
/// which every rebuild makes them follow, and `bi_store` with what is computed.
package enum StarSchema {
  /// Tells this program's files from another's.
  static let definition: String = {
    var fingerprint = Fingerprint()
    for file in Schema.star {
      fingerprint.add(file.path)
      fingerprint.add(file.sql)
    }
    return String(fingerprint.value, radix: 16)
  }()

  /// What its views are made over, and from which files; nil before they are made.
  package static func state(in session: Session) throws -> StarState? {
    let stands = try session.first("SELECT to_regclass('bi_store.state') IS NOT NULL") {
      try $0.bool(0)
    }
    guard stands == true else { return nil }
    return try session.first(
      """
      SELECT s.schema, s.definition = \(definition), coalesce(s.schema = p.schema, false)
      FROM bi_store.state s LEFT JOIN read.pointer p ON true
      """
    ) { StarState(schema: try $0.text(0), isOurs: try $0.bool(1), follows: try $0.bool(2)) }
  }

  /// Makes the views over the read models in use, as the schema's owner. Who reads them holds it up for
  /// a while at most; then it is left to the next time, and they go on showing the read models that were
  /// in use before.
  /// - Parameter patience: how often it tries to get hold of them.
  /// - Returns: whether they follow now.
  @discardableResult
  package static func follow(patience: Int = 40, _ session: Session) throws -> Bool {
    for attempt in 1...max(1, patience) {
      do {
        return try session.transaction { try followOnce($0) }
      } catch PostgresError.server(let error)
        where error.sqlState == .lockNotAvailable && attempt < patience
      {
        usleep(50_000)
      } catch PostgresError.server(let error) where error.sqlState == .lockNotAvailable {
        return false
      }
    }
    return false
  }

  /// While nobody moves the pointer.
  private static func followOnce(_ session: Session) throws -> Bool {
    try session.execute("SET LOCAL lock_timeout = '50ms'")
    let schema = try session.first(
      """
      SELECT schema, set_config('search_path', schema || ', pg_temp', true) FROM read.pointer
      WHERE definition = \(SchemaDefinition.own) FOR SHARE
      """
    ) { try $0.text(0) }
    guard let schema else { return false }
    try make(over: schema, session)
    return true
  }

  /// Makes it in the open transaction, whose `search_path` names the read models.
  /// - Throws: `StarError` where views of others rest on ones that can't be replaced.
  static func make(over schema: String, _ session: Session) throws {
    let isKnown = try state(in: session)?.isOurs == true
    do {
      try session.savepoint { try apply(isKnown: isKnown, $0) }
    } catch PostgresError.server(let error) where isAboutForm(error.sqlState) {
      let resting = try dependents(in: session)
      if !resting.isEmpty { throw StarError.inUse(by: resting) }
      try session.executeScript(removing)
      try apply(isKnown: false, session)
    }
    try session.execute(
      """
      INSERT INTO bi_store.state (schema, definition, made_at)
      VALUES (\(schema), \(definition), clock_timestamp())
      ON CONFLICT (one) DO UPDATE SET schema = excluded.schema,
        definition = excluded.definition, made_at = excluded.made_at
      """)
  }

  /// All that is made or computed anew; what makes pseudonyms stays.
  private static let removing = """
    DROP SCHEMA IF EXISTS bi CASCADE;
    DROP VIEW IF EXISTS bi_store.pseudonym, bi_store.currency, bi_store.calendar, bi_store.word CASCADE;
    DROP TABLE IF EXISTS bi_store.signal, bi_store.gain, bi_store.computed,
      bi_store.gains_computed CASCADE
    """

  private static func apply(isKnown: Bool, _ session: Session) throws {
    for file in Schema.star where !isKnown || !file.path.hasSuffix("_comments.sql") {
      try session.executeScript(file.sql)
    }
  }

  /// What a view or a table of another form than before comes to: columns that changed, or that are
  /// missing.
  private static func isAboutForm(_ state: SQLState) -> Bool {
    [.invalidTableDefinition, .undefinedColumn, .wrongObjectType, .datatypeMismatch].contains(state)
  }

  /// Views of others over the star schema.
  private static func dependents(in session: Session) throws -> [String] {
    try session.query(
      """
      SELECT DISTINCT format('%I.%I', n.nspname, v.relname)
      FROM pg_depend d
      JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
      JOIN pg_class v ON v.oid = r.ev_class
      JOIN pg_namespace n ON n.oid = v.relnamespace
      JOIN pg_class c ON c.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass
      JOIN pg_namespace s ON s.oid = c.relnamespace
      WHERE s.nspname IN ('bi', 'bi_store') AND n.nspname NOT IN ('bi', 'bi_store')
      ORDER BY 1
      """
    ) { try $0.text(0) }
  }
}

/// What the star schema's views are made over.
package struct StarState: Sendable, Equatable {
  /// Such as `read_7`.
  package let schema: String
  /// Whether this program's files made them.
  package let isOurs: Bool
  /// Whether that are the read models in use.
  package let follows: Bool
}

package enum StarError: Error, Sendable, Equatable {
  /// It was never made.
  case missing
  /// Views of others rest on ones that are to be made anew, and would be lost.
  case inUse(by: [String])
}
