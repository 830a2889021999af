import CivilTime
package import Domain
package import ReadModels
package import Statistics

/// In which departments a kind of event went before a kind of change.
package struct CausePrecedents: Sendable {
  private struct Pair: Hashable {
    let kind: CauseKind
    let reading: Reading
  }

  private let departments: [Pair: Set<DepartmentCode>]

  /// - Parameters:
  ///   - onsets: of the signals of all departments.
  ///   - occasions: from the first onset's look-back on.
  package init(_ onsets: [SignalOnset] = [], _ occasions: [CauseOccasion] = []) {
    let calendar = OccasionCalendar(occasions)
    var found: [Pair: Set<DepartmentCode>] = [:]
    for onset in onsets {
      for kind in CauseKind.allCases
      where kind.explains(onset.reading) && calendar.has(kind, before: onset) {
        found[Pair(kind: kind, reading: onset.reading), default: []]
          .insert(onset.kpi.department)
      }
    }
    departments = found
  }

  /// How many departments other than the given one.
  package func count(
    _ kind: CauseKind, before reading: Reading, besides department: DepartmentCode
  ) -> Int {
    let found = departments[Pair(kind: kind, reading: reading), default: []]
    return found.count - (found.contains(department) ? 1 : 0)
  }
}

/// The days of occasions, by kind and by what they were about.
private struct OccasionCalendar {
  private struct Subject: Hashable {
    let kind: CauseKind
    let kpi: KPIReference?
    let department: DepartmentCode?
  }

  /// Ascending.
  private let days: [Subject: [Int]]

  init(_ occasions: [CauseOccasion]) {
    var days: [Subject: [Int]] = [:]
    for occasion in occasions {
      let subject = Subject(
        kind: occasion.kind, kpi: occasion.kpi, department: occasion.department)
      days[subject, default: []].append(occasion.day.dayNumber)
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
    let next = days.partitioned { $0 >= onset.lookBack.first.dayNumber }
    return next < days.count && days[next] <= onset.lookBack.last.dayNumber
  }
}
