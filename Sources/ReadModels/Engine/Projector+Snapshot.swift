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

  /// Begins a snapshot in which the read models hold everything recorded so far, and leaves it
  /// open: `endSnapshot` ends it.
  /// - Parameters:
  ///   - before: queries that need no read models, answered first.
  ///   - after: queries of the read models, in the same round trip. When they are behind, both are
  ///     answered a second time.
  ///   - onRow: gets each row, with its query's place in `before` and then `after`. What it throws
  ///     ends the matter before anything is caught up.
  package static func beginCaughtUp(
    before: [Query] = [], after: [Query] = [], in session: Session,
    ahead: ([DepartmentCode]) -> Void = { _ in },
    onRow: (Int, borrowing Row) throws -> Void = { _, _ in }
  ) throws {
    func begin() throws -> Bool {
      let entry = before.count
      let counts = try session.beginSnapshot(
        before + [ReadSchema.entering, adriftQuery] + after
      ) { place, row in
        if place < entry { try onRow(place, row) }
        if place > entry + 1 { try onRow(place - 2, row) }
      }
      if counts[entry] == 0 {
        try session.endSnapshot()
        throw NotEntered()
      }
      return counts[entry + 1] == 0
    }
    if try ReadSchema.explaining(session, begin) { return }
    try session.endSnapshot()
    let repaired = try catchUpAll(in: session)
    if !repaired.isEmpty { ahead(repaired) }
    _ = try ReadSchema.explaining(session, begin)
  }
}
