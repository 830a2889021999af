import Postgres

/// Held by whoever builds a version of the read models. A session's advisory lock: it goes with
/// the builder, however that ends.
enum BuilderLock {
  /// Any number, the same in every version of this program.
  private static let key = 0x7064_6361_0001
  private static let patience = Duration.seconds(86_400)

  /// Waits for the one before.
  static func take(_ session: Session) throws {
    try session.execute("SELECT pg_advisory_lock(\(key))", deadline: patience)
  }

  static func release(_ session: Session) throws {
    try session.execute("SELECT pg_advisory_unlock(\(key))")
  }

  static func held<T>(in session: Session, _ body: () throws -> T) throws -> T {
    try take(session)
    defer { if session.isOpen { try? release(session) } }
    return try body()
  }
}
