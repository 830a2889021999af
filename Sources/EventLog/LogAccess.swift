package import Postgres

/// What the log lets the person at work do.
package enum LogAccess {
  /// Asks what an append would find out, before there is anything to append.
  /// - Parameter asked: what the right is needed for, in one word.
  /// - Throws: `AppendError.notPermitted`, `.nobodysLogin`; the open transaction has failed then.
  package static func require(
    _ right: String, in department: String, for asked: String, _ session: Session
  ) throws {
    _ = try callingLog(department) {
      try session.execute("SELECT log.require(\(department), \(right), \(asked))")
    }
  }
}
