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
    var caughtUp: SchemaPointer?
    while true {
      var pointer: SchemaPointer?
      let found: T? = try snapshot(in: session) { session in
        if try adrift(in: session).isEmpty { return try body(session) }
        // A rebuild may have put others in their place meanwhile, which know less.
        pointer = try SchemaPointer.current(session)
        return pointer == caughtUp ? try body(session) : nil
      }
      if let found { return found }
      caughtUp = pointer
      let repaired = try catchUpAll(in: session)
      if !repaired.isEmpty { ahead(repaired) }
    }
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
    var entered = ""
    func begin() throws -> Bool {
      let entry = before.count
      let counts = try session.beginSnapshot(
        before + [ReadSchema.entering, adriftQuery] + after
      ) { place, row in
        if place < entry { try onRow(place, row) }
        if place == entry { entered = try row.text(0) }
        if place > entry + 1 { try onRow(place - 2, row) }
      }
      if counts[entry] == 0 {
        try session.endSnapshot()
        throw NotEntered()
      }
      return counts[entry + 1] == 0
    }
    var caughtUp = ""
    while try !ReadSchema.explaining(session, begin) {
      // A rebuild may have put others in their place meanwhile, which know less.
      if entered == caughtUp { return }
      caughtUp = entered
      try session.endSnapshot()
      let repaired = try catchUpAll(in: session)
      if !repaired.isEmpty { ahead(repaired) }
    }
  }
}
