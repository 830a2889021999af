import Postgres

extension Office {
  /// Imports all in one transaction, which the body undoes by answering false. It takes the locks of
  /// several departments as the lines come; that two of its kind don't wait for each other, the
  /// second waits for the first.
  package func atomically(_ body: () throws -> Bool) throws {
    do {
      try session.transaction { session in
        try session.execute("SELECT pg_advisory_xact_lock(hashtext('pdca import'))")
        if try !body() { throw Undone() }
      }
    } catch is Undone {}
  }
}

/// Takes an import back.
private struct Undone: Error {}
