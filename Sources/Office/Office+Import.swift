import Glibc
import Postgres

extension Office {
  /// Imports all in one transaction, which the body undoes by answering false. It takes the locks of
  /// several departments as the lines come; that two of its kind don't wait for each other, the
  /// second waits for the first, if not for long.
  package func atomically(_ body: () throws -> Bool) throws {
    do {
      try session.transaction { session in
        try waitForOthers(session)
        if try !body() { throw Undone() }
      }
    } catch is Undone {}
  }

  /// Anybody can hold an advisory lock: who doesn't get it in time goes on without. Should two imports
  /// then wait for each other, the server ends one of them.
  private func waitForOthers(_ session: Session) throws {
    let limit = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < limit {
      let isHeld = try session.first(
        "SELECT pg_try_advisory_xact_lock(hashtext('pdca import'))"
      ) { try $0.bool(0) }
      if isHeld == true { return }
      usleep(100_000)
    }
  }
}

/// Takes an import back.
private struct Undone: Error {}
