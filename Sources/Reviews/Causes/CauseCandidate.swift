import CivilTime
import Domain
import ReadModels

/// What may be offered as one cause: an event, or the actions of one cycle.
struct CauseCandidate: Sendable {
  /// By time, never empty.
  let events: [Antecedent]
  /// Of each event, in the organization's time zone.
  let days: [LocalDate]

  var kind: CauseKind { events[0].kind }

  /// The events within the days; empty for none.
  func indices(within span: DateSpan) -> Range<Int> {
    let first = days.partitioned { $0 >= span.first }
    return first..<max(first, days.partitioned { $0 > span.last })
  }
}

/// All candidates of the whole organization, by what they touched.
struct CauseCandidates: Sendable {
  let all: [CauseCandidate]
  private let concerning: [DepartmentCode: [Int]]
  private let naming: [KPIReference: [Int]]
  /// Of those that touched all departments.
  private let general: [Int]

  init(_ events: [Antecedent], in zone: TimeZoneRules) {
    all = Self.groups(events).map { group in
      let events = group.count == 1 ? group : group.sorted(by: Self.isEarlier)
      return CauseCandidate(events: events, days: events.map { zone.date(at: $0.occurredAt) })
    }
    var concerning: [DepartmentCode: [Int]] = [:]
    var naming: [KPIReference: [Int]] = [:]
    var general: [Int] = []
    for (index, candidate) in all.enumerated() {
      let event = candidate.events[0]
      if let department = event.concerns {
        concerning[department, default: []].append(index)
      } else {
        general.append(index)
      }
      if let kpi = event.kpi { naming[kpi, default: []].append(index) }
    }
    (self.concerning, self.naming, self.general) = (concerning, naming, general)
  }

  /// Those that touched the KPI's department, or all, or named the KPI.
  func near(_ kpi: KPIReference) -> [CauseCandidate] {
    let elsewhere = (naming[kpi] ?? []).filter { index in
      all[index].events[0].concerns.map { $0 != kpi.department } ?? false
    }
    return ((concerning[kpi.department] ?? []) + general + elsewhere).map { all[$0] }
  }

  /// The actions of one cycle are one cause, dated by the first of them: what had gone on all along
  /// then ranks low, and what had just begun ranks high.
  private static func groups(_ events: [Antecedent]) -> [[Antecedent]] {
    var groups: [[Antecedent]] = []
    var placeOfCycle: [String: Int] = [:]
    for event in events {
      guard event.kind == .action, let cycle = event.about else {
        groups.append([event])
        continue
      }
      if let place = placeOfCycle[cycle] {
        groups[place].append(event)
      } else {
        placeOfCycle[cycle] = groups.count
        groups.append([event])
      }
    }
    return groups
  }

  private static func isEarlier(_ a: Antecedent, _ b: Antecedent) -> Bool {
    (a.occurredAt, a.position) < (b.occurredAt, b.position)
  }
}
