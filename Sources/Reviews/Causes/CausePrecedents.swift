import CivilTime
import Domain
import ReadModels
import Statistics

/// In which departments a kind of event went before a kind of change.
struct CausePrecedents: Sendable {
  private struct Pair: Hashable {
    let kind: CauseKind
    let reading: Reading
  }

  private let departments: [Pair: Set<DepartmentCode>]

  /// - Parameters:
  ///   - onsets: of the signals of all departments.
  ///   - candidates: from the first onset's look-back on.
  init(_ onsets: [SignalOnset], _ candidates: [CauseCandidate]) {
    var found: [Pair: Set<DepartmentCode>] = [:]
    if !onsets.isEmpty {
      let calendar = CauseCalendar(candidates)
      for onset in onsets {
        for kind in CauseKind.allCases
        where kind.explains(onset.reading) && calendar.has(kind, before: onset) {
          found[Pair(kind: kind, reading: onset.reading), default: []]
            .insert(onset.kpi.department)
        }
      }
    }
    departments = found
  }

  /// How many departments other than the given one.
  func count(
    _ kind: CauseKind, before reading: Reading, besides department: DepartmentCode
  ) -> Int {
    guard let found = departments[Pair(kind: kind, reading: reading)] else { return 0 }
    return found.count - (found.contains(department) ? 1 : 0)
  }
}

/// The days of events, by kind and by what they were about.
private struct CauseCalendar {
  private struct Subject: Hashable {
    let kind: CauseKind
    let kpi: KPIReference?
    let department: DepartmentCode?
  }

  /// Ascending.
  private let days: [Subject: [LocalDate]]

  init(_ candidates: [CauseCandidate]) {
    var days: [Subject: [LocalDate]] = [:]
    for candidate in candidates {
      let (kind, event) = (candidate.kind, candidate.events[0])
      let subject = Subject(
        kind: kind, kpi: kind.namesKPI ? event.kpi : nil,
        department: kind.namesKPI ? nil : event.concerns)
      days[subject, default: []] += candidate.days
    }
    self.days = days.mapValues { $0.sorted() }
  }

  /// Events that name KPIs count where they named this one, since some action or other goes before
  /// everything; the others, where they touched the department.
  func has(_ kind: CauseKind, before onset: SignalOnset) -> Bool {
    let subject = Subject(
      kind: kind, kpi: kind.namesKPI ? onset.kpi : nil,
      department: kind.namesKPI ? nil : onset.kpi.department)
    guard let days = days[subject] else { return false }
    let span = onset.lookBack
    let next = days.partitioned { $0 >= span.first }
    return next < days.count && days[next] <= span.last
  }
}
