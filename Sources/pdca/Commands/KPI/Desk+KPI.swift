import Domain
import ReadModels
import Reviews
import Statistics
import Tracker

extension Desk {
  /// A KPI that is defined.
  func definedKPI(_ text: String, in option: DepartmentOption) throws -> KPIRow {
    let reference = try kpi(text, in: option)
    return try tracker.read(of: [reference.department]) {
      if let row = try KPIQueries.kpi(reference, in: session) { return row }
      let known = try KPIQueries.list(of: reference.department, in: session)
      throw DeskError.unknown(
        .kpi, text: "\(reference)", candidates: known.map { "\($0.reference)" })
    }
  }

  /// The signals of a KPI's chart under a profile's rules.
  func signals(
    of kpi: KPIReference, under profile: RuleProfile
  ) throws -> Set<SignalReference> {
    try KPIChart.load(kpi, in: session, profile: profile)?.signals ?? []
  }
}
