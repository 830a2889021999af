import CivilTime
package import Domain
import ReadModels
package import Statistics

/// In which departments a kind of event went before a kind of change.
package struct CausePrecedents: Sendable {
  private struct Pair: Hashable {
    let kind: CauseKind
    let reading: Reading
  }

  private let departments: [Pair: Set<DepartmentCode>]

  /// - Parameter onsets: of the signals of all departments.
  init(_ onsets: [SignalOnset], _ events: [DatedAntecedent]) {
    var found: [Pair: Set<DepartmentCode>] = [:]
    for onset in onsets {
      let days = onset.lookBack
      for dated in events where days.contains(dated.day) && Self.counts(dated.event, for: onset) {
        found[Pair(kind: dated.event.kind, reading: onset.reading), default: []]
          .insert(onset.kpi.department)
      }
    }
    departments = found
  }

  /// Events that name KPIs count where they named this one, since some action or other goes before
  /// everything; the others, where they touched the department.
  private static func counts(_ event: Antecedent, for onset: SignalOnset) -> Bool {
    guard event.kind.explains(onset.reading) else { return false }
    return event.kind.namesKPI
      ? event.kpi == onset.kpi : event.concerns == onset.kpi.department
  }

  /// How many departments other than the given one.
  package func count(
    _ kind: CauseKind, before reading: Reading, besides department: DepartmentCode
  ) -> Int {
    departments[Pair(kind: kind, reading: reading), default: []].subtracting([department]).count
  }
}
