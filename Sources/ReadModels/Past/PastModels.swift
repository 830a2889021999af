package import Domain
import EventLog
package import Postgres

/// The read models as a part of the logs makes them: the same tables and views as temporary ones,
/// filled by the same projections, for the same queries. They live in the open transaction, which
/// is to be rolled back, and a department's log is taken in when it is first asked for.
package final class PastModels {
  package let cut: LogCut
  private let session: Session
  private var taken: Set<DepartmentCode> = []

  /// Makes the tables, empty; from here on the transaction's queries find them, not the live ones.
  package init(_ cut: LogCut, in session: Session) throws {
    self.cut = cut
    self.session = session
    try session.execute("SELECT set_config('search_path', 'pg_temp', true)")
    try ReadSchema.makeTables(session)
  }

  /// Takes in the logs of the departments, all when nil; rows of different logs never meet.
  package func include(_ departments: Set<DepartmentCode>?) throws {
    let wanted = departments ?? Set(cut.positions.keys)
    for department in wanted.subtracting(taken).sorted() {
      try fold(department)
      taken.insert(department)
    }
  }

  private func fold(_ department: DepartmentCode) throws {
    guard let last = cut.positions[department], last > 0 else { return }
    var run = ProjectionRun(
      department: department, checkpoints: try Checkpoint.lock(department.rawValue, in: session))
    var begun: Set<String> = []
    var position = 0
    while position < last {
      let events = try LogReader.events(
        of: department.rawValue, after: position, limit: min(1000, last - position), in: session)
      guard let reached = events.last?.position else { return }
      try run.take(events.filter { counts($0, &begun) }, in: session)
      position = reached
    }
  }

  private func counts(_ event: RecordedEvent, _ begun: inout Set<String>) -> Bool {
    guard let trueBy = cut.trueBy else { return true }
    guard event.occurredAt <= trueBy || LogCut.frame.contains(event.type) else { return false }
    if event.streamVersion == 1 { begun.insert(event.stream) }
    return begun.contains(event.stream)
  }
}
