package import Domain
import EventLog
package import Postgres

/// The read models as a part of the logs makes them: the same tables and views as temporary ones,
/// filled by the same projections, for the same queries. They live in the open transaction, which
/// is to be rolled back. A table is made, and a log folded into it, when they are first asked for.
package final class PastModels {
  package let cut: LogCut
  private let session: Session
  private var made: Set<String> = []
  private var hasViews = false
  /// By department, the tables that hold what its log makes.
  private var filled: [DepartmentCode: Set<String>] = [:]

  /// From here on the transaction's queries find these tables, not the live ones.
  package init(_ cut: LogCut, in session: Session) throws {
    self.cut = cut
    self.session = session
    try session.execute("SELECT set_config('search_path', 'pg_temp', true)")
  }

  /// Takes in the logs of the departments; rows of different logs never meet.
  /// - Parameters:
  ///   - departments: nil for all.
  ///   - tables: those to be read, without any view; nil for all of both.
  package func include(
    _ departments: Set<DepartmentCode>?, in tables: [any ReadRow.Type]? = nil
  ) throws {
    let wanted = departments ?? Set(cut.positions.keys)
    if wanted.isEmpty { return }
    let names = tables.map { Set($0.map { $0.table }) } ?? ReadTables.names
    try make(names, withViews: tables == nil)
    for department in wanted.sorted() {
      let missing = names.subtracting(filled[department] ?? [])
      if !missing.isEmpty { try fold(department, into: missing) }
      filled[department, default: []].formUnion(missing)
    }
  }

  private func make(_ names: Set<String>, withViews: Bool) throws {
    let missing = names.subtracting(made)
    var script = missing.sorted().map { ReadTables.definition(of: $0) }
    if withViews, !hasViews { script.append(ReadTables.views) }
    if script.isEmpty { return }
    try session.executeScript(script.joined(separator: ";\n"))
    made.formUnion(missing)
    hasViews = hasViews || withViews
  }

  private func fold(_ department: DepartmentCode, into tables: Set<String>) throws {
    guard let last = cut.positions[department], last > 0 else { return }
    let filter = cut.trueBy.map { TruthFilter(by: $0) }
    let part = LogFold.Part(
      tables: tables,
      counts: filter.map { filter in
        { filter.counts($0.type, $0.stream, $0.streamVersion, $0.occurredAt) }
      })
    let folded = try LogFold.run(department, upTo: last, only: part, in: session)
    for changes in folded.late { try changes.apply(in: session) }
  }
}
