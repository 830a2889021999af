package import CivilTime
package import Domain
import EventLog
package import Postgres
import Schema

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

  /// What queries see of it, with the logs of the departments taken in; rows of different logs
  /// never meet.
  /// - Parameters:
  ///   - departments: nil for all.
  ///   - tables: those to be read, without any view; nil for all of both.
  package func view(
    of departments: Set<DepartmentCode>? = nil, in tables: [any ReadRow.Type]? = nil,
    for person: Account? = nil
  ) throws -> View {
    try include(departments, in: tables)
    return View(of: session, at: cut, for: person)
  }

  private func include(
    _ departments: Set<DepartmentCode>?, in tables: [any ReadRow.Type]?
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

/// The part of the logs that a look into the past takes in.
package struct LogCut: Sendable, Equatable {
  /// The last event of each department's log; departments left out have none.
  package var positions: [DepartmentCode: Int]
  /// Only what was true by then, see `TruthFilter`; nil for everything.
  package var trueBy: Instant?

  package init(positions: [DepartmentCode: Int], trueBy: Instant? = nil) {
    self.positions = positions
    self.trueBy = trueBy
  }
}

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

/// The definitions of read-model tables and views, one by one.
enum ReadTables {
  /// Of all projected tables.
  static let names = Set(ProjectionModule.all.flatMap(\.tables).map { $0.table })

  /// A table with its indexes, as SQL statements.
  static func definition(of table: String) -> String {
    let own = ["CREATE TABLE \(table) (", " ON \(table) ", " ON \(table)("]
    return statements.filter { statement in
      !isView(statement) && own.contains { statement.contains($0) }
    }.joined(separator: ";\n")
  }

  /// All views, in an order in which they can be made once all tables are there.
  static let views = statements.filter(isView).joined(separator: ";\n")

  private static func isView(_ statement: String) -> Bool { statement.contains("CREATE VIEW ") }

  /// Each with the comments before it, as the files hold them.
  private static let statements = Schema.readModels.flatMap { file in
    file.sql.split(separator: ";\n").map(String.init)
  }
}

/// Tells which events of a department's log, asked about in order, count for what was true by an
/// instant. Those that came true later don't; a stream whose first event came true later had not
/// begun, and none of it counts.
package final class TruthFilter {
  /// Without these nothing can be asked, and people may date work back to before their
  /// organization or department was entered: they always count.
  private static let frame: Set<String> = ["OrganizationFounded", "DepartmentRegistered"]

  private let instant: Instant
  private var begun: Set<String> = []

  package init(by instant: Instant) { self.instant = instant }

  package func counts(
    _ type: String, _ stream: String, _ streamVersion: Int, _ occurredAt: Instant
  ) -> Bool {
    guard occurredAt <= instant || Self.frame.contains(type) else { return false }
    if streamVersion == 1 { begun.insert(stream) }
    return begun.contains(stream)
  }
}
