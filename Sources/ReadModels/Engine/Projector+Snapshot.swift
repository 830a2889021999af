package import Domain
package import Postgres

extension Projector {
  /// Runs the body in one snapshot in which the read models hold everything recorded so far.
  ///
  /// Mostly nothing is behind: looking and reading then share one transaction.
  /// - Parameter ahead: told of the departments whose read models knew more than their log, and
  ///   were made anew from it.
  package static func caughtUp<T>(
    in session: Session, ahead: ([DepartmentCode]) -> Void = { _ in }, _ body: (Session) throws -> T
  ) throws -> T {
    let now: T? = try snapshot(in: session) { session in
      try adrift(in: session).isEmpty ? try body(session) : nil
    }
    if let now { return now }
    let repaired = try catchUpAll(in: session)
    if !repaired.isEmpty { ahead(repaired) }
    return try snapshot(in: session, body)
  }

  private static func snapshot<T>(
    in session: Session, _ body: (Session) throws -> T
  ) throws -> T {
    try ReadSchema.transaction(
      isolation: .repeatableRead, readOnly: true, in: session, body)
  }
}
