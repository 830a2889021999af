package import Domain
import EventLog
import Postgres
import Tracker

extension Office {
  /// What changed between two moments, by department and item; nil where the later one begins
  /// before the earlier one ends.
  /// - Parameters:
  ///   - last: nil for now.
  ///   - departments: empty for all.
  package func difference(
    from first: Moment, to last: Moment?, of departments: Set<DepartmentCode>
  ) throws -> LogDifference? {
    let last = try last ?? Moment(positions: heads())
    guard first.positions.allSatisfy({ $0.value <= last.positions[$0.key] ?? 0 }) else {
      return nil
    }
    let homes = Set(departments.map(\.rawValue))
    let changes = try LogReader.changes(from: first.prefixes, to: last.prefixes, in: session)
      .filter { homes.isEmpty || homes.contains($0.name.department) }
    let names = changes.map(\.name)
    let (before, after) = (try states(of: names, at: first), try states(of: names, at: last))
    return LogDifference(
      from: first, to: last,
      items: changes.map {
        ItemChange(change: $0, before: before[$0.name], after: after[$0.name])
      })
  }

  private func states(
    of names: [StreamName], at moment: Moment
  ) throws -> [StreamName: ItemState] {
    if names.isEmpty { return [:] }
    return try looking(at: moment) { then in
      try then.tracker.read { view in
        try names.reduce(into: [:]) { states, name in
          states[name] = try then.state(of: name, in: view)
        }
      }
    }
  }
}
