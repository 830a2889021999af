import Postgres

extension ReadSchema {
  /// A transaction whose queries find the read models that are in use: begun and entered in one
  /// round trip.
  /// - Parameters:
  ///   - isDurable: whether its commit waits for the disk. What the projector writes need not: after
  ///     a crash the checkpoints, lost with the rows, have it done again from the log.
  ///   - next, onRow: queries in the same round trip, and what gets the place and each row of them.
  /// - Throws: `ProjectionError.notBuilt` before the first `ensure`.
  static func transaction<T>(
    isolation: Isolation = .readCommitted, readOnly: Bool = false, isDurable: Bool = true,
    next: [Query] = [], onRow: (Int, borrowing Row) throws -> Void = { _, _ in },
    in session: Session, _ body: (Session) throws -> T
  ) throws -> T {
    try session.transaction(
      isolation: isolation, readOnly: readOnly,
      opening: (isDurable ? entering : enteringLightly, ProjectionError.notBuilt), next: next,
      onRow: onRow, body)
  }

  /// The same for a program that goes on for long: it may not write to read models that another
  /// version of it has built meanwhile.
  /// - Parameter definition: what they must be built from; see ``SchemaDefinition``.
  /// - Throws: `ProjectionError.builtOtherwise`.
  static func transaction<T>(
    of definition: String, isDurable: Bool = false, in session: Session,
    _ body: (Session) throws -> T
  ) throws -> T {
    let enter = (isDurable ? entering : enteringLightly).sql
    let opening: Query = "\(unescaped: enter) WHERE definition = \(definition)"
    return try session.transaction(
      opening: (opening, ProjectionError.builtOtherwise), body)
  }

  static let entering: Query =
    "SELECT set_config('search_path', schema || ', pg_temp', true) FROM read.pointer"

  private static let enteringLightly: Query = """
    SELECT set_config('search_path', schema || ', pg_temp', true),
      set_config('synchronous_commit', 'off', true)
    FROM read.pointer
    """
}
