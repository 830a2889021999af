import Postgres

extension ReadSchema {
  /// A transaction whose queries find the read models that are in use: begun and entered in one
  /// round trip.
  /// - Parameter isDurable: whether its commit waits for the disk. What the projector writes need
  ///   not: after a crash the checkpoints, lost with the rows, have it done again from the log.
  /// - Throws: `ProjectionError.notBuilt` before the first `ensure`;
  ///   `ProjectionError.builtOtherwise` for those of another version of this program.
  static func transaction<T>(
    isolation: Isolation = .readCommitted, readOnly: Bool = false, isDurable: Bool = true,
    in session: Session, _ body: (Session) throws -> T
  ) throws -> T {
    do {
      return try session.transaction(
        isolation: isolation, readOnly: readOnly,
        opening: (isDurable ? entering : enteringLightly, NotEntered()), body)
    } catch is NotEntered {
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
private struct NotEntered: Error {}
