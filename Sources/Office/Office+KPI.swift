package import Domain
package import ReadModels
import Reviews
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

  /// The signals of a KPI's chart under a profile's rules: as it stands, and as the reviews show it
  /// that are still open, whose charts end with their periods.
  package func signals(
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
