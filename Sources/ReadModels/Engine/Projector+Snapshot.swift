package import Postgres

extension Projector {
  /// Runs the body in one snapshot in which the read models hold everything recorded so far.
  ///
  /// Mostly nothing is behind: looking and reading then share one transaction.
  package static func caughtUp<T>(
    in session: Session, _ body: (Session) throws -> T
  ) throws -> T {
    let now: T? = try snapshot(in: session) { session in
      try behind(in: session).isEmpty ? try body(session) : nil
    }
    if let now { return now }
    try catchUpAll(in: session)
    return try snapshot(in: session, body)
  }

  private static func snapshot<T>(
    in session: Session, _ body: (Session) throws -> T
  ) throws -> T {
    try ReadSchema.transaction(
      isolation: .repeatableRead, readOnly: true, in: session, body)
  }
}
