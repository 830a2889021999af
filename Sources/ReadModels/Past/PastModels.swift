package import Domain
import EventLog
package import Postgres

/// The read models as a part of the logs makes them: the same tables and views as temporary ones,
/// filled by the same projections, for the same queries. They live in the open transaction, which
/// is to be rolled back. A table is made, and a log folded into it, when they are first asked for.
package final class PastModels {
  package let cut: LogCut
  private let session: Session
  private let tables: PastTables
  /// By department, the tables that hold what its log makes.
  private var filled: [DepartmentCode: Set<String>] = [:]

  /// From here on the transaction's queries find these tables, not the live ones.
  package convenience init(_ cut: LogCut, in session: Session) throws {
    self.init(cut, into: try PastTables(in: session))
  }

  /// - Parameter tables: those made so far, which must be empty.
  init(_ cut: LogCut, into tables: PastTables) {
    self.cut = cut
    self.tables = tables
    session = tables.session
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
    try self.tables.make(names, withViews: tables == nil)
    for department in wanted.sorted() {
      let missing = names.subtracting(filled[department] ?? [])
      if !missing.isEmpty { try fold(department, into: missing) }
      filled[department, default: []].formUnion(missing)
    }
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
