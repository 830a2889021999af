import Postgres

/// Temporary tables and views of the read models, made in the open transaction as they are asked
/// for.
final class PastTables {
  let session: Session
  private var made: Set<String> = []
  private var hasViews = false

  /// From here on the transaction's queries find these tables, not the live ones.
  init(in session: Session) throws {
    self.session = session
    try session.execute("SELECT set_config('search_path', 'pg_temp', true)")
  }

  func make(_ names: Set<String>, withViews: Bool) throws {
    let missing = names.subtracting(made)
    var script = missing.sorted().map { ReadTables.definition(of: $0) }
    if withViews, !hasViews { script.append(ReadTables.views) }
    if script.isEmpty { return }
    try session.executeScript(script.joined(separator: ";\n"))
    made.formUnion(missing)
    hasViews = hasViews || withViews
  }
}
