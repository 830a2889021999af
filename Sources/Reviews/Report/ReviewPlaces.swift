package import Domain
import ReadModels

/// Where a review's KPIs, open cycles and departments stand, so that a review of thousands of departments looks
/// none of them up one after the other.
struct ReviewPlaces: Sendable {
  private(set) var kpis: [KPIReference: Int] = [:]
  /// Open cycles by the KPI that they are aimed at, in their order.
  private(set) var open: [KPIReference: [Int]] = [:]
  private(set) var departments: [DepartmentCode: Int] = [:]
  private(set) var activity: [DepartmentCode: [Int]] = [:]
  /// Accounts that did something within the period.
  private(set) var active: Set<String> = []

  mutating func find(_ entries: [ReviewKPI]) {
    kpis = Dictionary(
      entries.enumerated().map { ($1.kpi.reference, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func find(openIn material: ReviewMaterial) {
    open = [:]
    for (place, cycle) in material.open.enumerated() {
      if let kpi = cycle.kpi { open[kpi, default: []].append(place) }
    }
  }

  mutating func find(_ background: ReviewBackground) {
    departments = Dictionary(
      background.departments.enumerated().map { ($1.code, $0) },
      uniquingKeysWith: { first, _ in first })
    activity = Dictionary(grouping: background.activity.indices) {
      background.activity[$0].department
    }
    active = Set(background.activity.lazy.filter { $0.inPeriod > 0 }.map(\.account))
  }
}

extension ReviewReport {
  /// Nil for a KPI that the report doesn't look at.
  package func entry(of kpi: KPIReference) -> ReviewKPI? { places.kpis[kpi].map { kpis[$0] } }

  /// Open cycles that are aimed at the KPI, in their order.
  func open(on kpi: KPIReference) -> [CycleRow] {
    (places.open[kpi] ?? []).map { material.open[$0] }
  }

  /// What people did in a department's log.
  func activity(in department: DepartmentCode) -> [PersonActivity] {
    (places.activity[department] ?? []).map { background.activity[$0] }
  }

  /// Nil for one that is closed, or another's in a department's own review.
  func staff(of department: DepartmentCode) -> DepartmentStaff? {
    places.departments[department].map { background.departments[$0] }
  }
}
