package import Domain
import Orders
package import ReadModels
package import Reviews
package import Statistics
import Tracker

extension Office {
  /// A KPI that is defined.
  package func definedKPI(_ reference: KPIReference) throws -> KPIRow {
    try tracker.read(of: [reference.department], in: [KPIRow.self]) { view in
      if let row = try KPIQueries.kpi(reference, in: view) { return row }
      let known = try KPIQueries.list(of: reference.department, in: view)
      throw OfficeError.unknown(
        .kpi, text: "\(reference)", candidates: known.map { "\($0.reference)" })
    }
  }

  /// Refuses a KPI that isn't defined, with the codes of its department.
  package func requireKPI(_ reference: KPIReference) throws {
    try tracker.read { view in
      if try KPIQueries.kpi(reference, in: view) != nil { return }
      let known = try KPIQueries.list(of: reference.department, in: view).map(\.code.rawValue)
      throw OfficeError.unknown(.kpi, text: "\(reference.code)", candidates: known)
    }
  }

  /// Nil for a KPI that isn't defined.
  package func kpi(_ reference: KPIReference) throws -> KPIRow? {
    try tracker.read { view in try KPIQueries.kpi(reference, in: view) }
  }

  /// KPIs with the latest observation of each.
  /// - Parameter home: nil for all departments.
  package func kpis(
    of home: DepartmentCode?, includingRetired: Bool
  ) throws -> (rows: [KPIRow], latest: [KPIReference: ObservationRow]) {
    try tracker.read(of: home.map { [$0] }, in: [KPIRow.self, ObservationRow.self]) { view in
      (
        try KPIQueries.list(of: home, includingRetired: includingRetired, in: view),
        try KPIQueries.latest(of: home, in: view)
      )
    }
  }

  /// A department's KPIs in use, each with the level that a plan would start from; nil without any
  /// observation.
  package func levels(of home: DepartmentCode) throws -> [(kpi: KPIRow, level: Double?)] {
    try tracker.read(of: [home], in: [KPIRow.self, ObservationRow.self]) { view in
      try KPIQueries.list(of: home, in: view).map { kpi in
        let latest = try KPIQueries.latestObservations(
          of: kpi.reference, count: Tracker.baselinePeriods, in: view)
        return (kpi, latest.map(\.observation).level)
      }
    }
  }

  /// - Parameter kpi: nil for all of the department's, retired ones included.
  package func hypotheses(
    of kpi: KPIReference?, in home: DepartmentCode
  ) throws -> [HypothesisRow] {
    try tracker.read { view in
      let kpis =
        try kpi.map { [$0] }
        ?? KPIQueries.list(of: home, includingRetired: true, in: view).map(\.reference)
      return try kpis.flatMap { try KPIQueries.hypotheses(of: $0, in: view) }
    }
  }

  /// The chart of a KPI that is defined.
  /// - Parameter annotated: whether pictures of it will tell of cycles and trainings.
  package func chart(
    of kpi: KPIReference, under profile: RuleProfile, options: ChartVariant, annotated: Bool
  ) throws -> KPIChart {
    try tracker.read { view in
      try KPIChart.load(
        kpi, in: view, profile: profile, options: options, annotated: annotated)!
    }
  }

  /// The signals of a KPI's chart under a profile's rules: as it stands, and as the reviews show it
  /// that are still open, whose charts end with their periods.
  func signals(
    of kpi: KPIReference, under profile: RuleProfile, in view: View
  ) throws -> Set<SignalReference> {
    guard let row = try KPIQueries.kpi(kpi, in: view) else { return [] }
    let homes = Set([kpi.department, setting.head])
    let ends = try homes.flatMap { try ReviewQueries.list(of: $0, in: view) }
      .filter { $0.closedAt == nil }.map(\.lastDay)
    let charts = try ([nil] + Set(ends)).flatMap { day in
      try KPIChart.load([row], upTo: day, in: view, profile: profile, annotated: false)
    }
    return charts.reduce(into: []) { $0.formUnion($1.signals) }
  }
}
