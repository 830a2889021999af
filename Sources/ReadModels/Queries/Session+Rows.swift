import Postgres

extension Session {
  /// Rows of a query that selects `R.columns(of:)` first.
  func rows<R: ReadRow>(_ query: Query, as _: R.Type = R.self) throws -> [R] {
    try self.query(query) { try R($0) }
  }

  /// The first row, nil when there is none.
  func row<R: ReadRow>(_ query: Query, as _: R.Type = R.self) throws -> R? {
    try first(query) { try R($0) }
  }
}
