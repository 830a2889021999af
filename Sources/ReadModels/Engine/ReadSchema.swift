package import Domain
package import Postgres
import Schema

/// The versioned schemas `read_N` that hold the read models, and the one-row pointer to the
/// one in use.
package enum ReadSchema {
  /// Lets the open transaction's queries find the read models that are in use.
  /// - Throws: `ProjectionError.notBuilt` before the first build;
  ///   `ProjectionError.builtOtherwise` for those of another version of this program.
  @discardableResult
  package static func enter(_ session: Session, for person: Account? = nil) throws -> View {
    if try session.execute(entering) == 0 { throw try refusal(in: session) }
    return View(of: session, for: person)
  }

  /// The schema in use, such as `read_7`; empty before the first build.
  package static func name(in session: Session) throws -> String {
    try session.first("SELECT schema FROM read.pointer") { try $0.text(0) } ?? ""
  }

  /// Makes the tables and views in the first schema of `search_path`.
  package static func makeTables(_ session: Session) throws {
    for file in Schema.readModels { try session.executeScript(file.sql) }
  }
}

extension ReadSchema {
  /// Gives the group of members what it needs of the read models in use: a backup holds privileges of the
  /// server that it was made on, and leaves them there.
  package static func permit(_ session: Session) throws {
    guard let pointer = try SchemaPointer.current(session) else { return }
    try permit(pointer.schema, session)
  }

  /// Members read what row security shows them, and write nothing.
  static func permit(_ schema: String, _ session: Session) throws {
    try session.execute("SELECT log.restrict_read_models(\(schema)::name)")
  }
}

extension ReadSchema {
  /// A transaction whose queries find the read models that are in use: begun and entered in one
  /// round trip.
  /// - Parameters:
  ///   - isDurable: whether its commit waits for the disk. What the projector writes need not: after
  ///     a crash the checkpoints, lost with the rows, have it done again from the log.
  ///   - next, onRow: queries in the same round trip, and what gets the place and each row of them.
  /// - Throws: `ProjectionError.notBuilt` before the first build;
  ///   `ProjectionError.builtOtherwise` for those of another version of this program.
  static func transaction<T>(
    isolation: Isolation = .readCommitted, readOnly: Bool = false, isDurable: Bool = true,
    next: [Query] = [], onRow: (Int, borrowing Row) throws -> Void = { _, _ in },
    in session: Session, _ body: (Session) throws -> T
  ) throws -> T {
    try explaining(session) {
      try session.transaction(
        isolation: isolation, readOnly: readOnly,
        opening: (isDurable ? entering : enteringLightly, NotEntered()), next: next,
        onRow: onRow, body)
    }
  }

  /// Says which read models there are where there are none of this program's. What asks them in the
  /// round trip that enters them finds that out by a table that isn't there.
  static func explaining<T>(_ session: Session, _ body: () throws -> T) throws -> T {
    do { return try body() } catch is NotEntered {
      throw try refusal(in: session)
    } catch let error as PostgresError where error.sqlState == .undefinedTable {
      guard session.isOpen, !session.isInTransaction, try session.execute(entering) == 0 else {
        throw error
      }
      throw try refusal(in: session)
    }
  }

  static let entering: Query = """
    SELECT set_config('search_path', schema || ', pg_temp', true)
    FROM read.pointer WHERE definition = \(SchemaDefinition.own)
    """

  private static let enteringLightly: Query = """
    SELECT set_config('search_path', schema || ', pg_temp', true),
      set_config('synchronous_commit', 'off', true)
    FROM read.pointer WHERE definition = \(SchemaDefinition.own)
    """
}

/// There are no read models of this program's.
struct NotEntered: Error {}
