import Domain
import EventLog
import Postgres
package import ReadModels
import Tracker

/// Why something was decided.
package struct Why: Sendable {
  package let decided: DecidedEvent
  /// Before the decision.
  package let moment: Moment
  /// Nil on a standby, which can't make an earlier moment's read models.
  package let known: KnownThen?
  package let links: EventLinks
  /// Of a cycle: what has changed of what its check rests on, and its KPI; nil where nothing has.
  package let revision: CheckRevision?
  package let kpi: KPIRow?
}

extension Office {
  /// By whom, knowing what, after what, and what followed.
  /// - Parameter seen: how much of the logs counts; nil for all of it.
  package func why(_ subject: LogSubject, upTo seen: Moment?) throws -> Why {
    let decided = try DecidedEvent(subject, upTo: seen, in: session)
    let moment = try moment(before: decided)
    let known =
      try standby() == nil
      ? looking(at: moment) { try KnownThen(for: decided, at: $0) } : nil
    let (revision, kpi) =
      try seen.map { try looking(at: $0) { try $0.revision(of: decided) } }
      ?? revision(of: decided)
    return Why(
      decided: decided, moment: moment, known: known,
      links: try EventLinks(of: decided, upTo: seen, in: session), revision: revision, kpi: kpi)
  }

  private func revision(of decided: DecidedEvent) throws -> (CheckRevision?, KPIRow?) {
    guard let id = ItemID(decided.id), id.kind == .cycle else { return (nil, nil) }
    return try tracker.read { view in
      let revision = try CheckQueries.revision(of: id, in: view)
      return (revision, try revision.flatMap { try KPIQueries.kpi($0.kpi, in: view) })
    }
  }

  /// What was recorded before the decision: of its own department all events before it, of others
  /// those recorded by then.
  private func moment(before decided: DecidedEvent) throws -> Moment {
    let event = decided.event
    guard let home = DepartmentCode(event.department) else {
      throw OfficeError.unknown(.department, text: event.department, candidates: [])
    }
    var positions = try positions(recordedBy: event.recordedAt)
    positions[home] = decided.before
    return Moment(
      recorded: .init(at: event.recordedAt, name: .position("\(home)@\(decided.before)")),
      positions: positions)
  }
}
