import Domain
import Office
import ReadModels
import Reviews
import Statistics
import Tracker

extension Desk {
  /// A KPI that is defined.
  func definedKPI(_ text: String, in option: DepartmentOption) throws -> KPIRow {
    let reference = try kpi(text, in: option)
    return try tracker.read(of: [reference.department], in: [KPIRow.self]) {
      if let row = try KPIQueries.kpi(reference, in: session) { return row }
      let known = try KPIQueries.list(of: reference.department, in: session)
      throw OfficeError.unknown(
        .kpi, text: "\(reference)", candidates: known.map { "\($0.reference)" })
    }
  }

  /// A level of a KPI, read as it is measured; of no KPI, a number.
  func level(_ text: String, _ argument: String, of kpi: KPIReference?) throws -> Double {
    let measure = try kpi.flatMap { kpi in
      try tracker.read { try KPIQueries.kpi(kpi, in: session)?.measure }
    }
    return try Read.level(text, argument, isProportion: measure == .proportion)
  }

  /// The signals of a KPI's chart under a profile's rules: as it stands, and as the reviews show it
  /// that are still open, whose charts end with their periods.
  func signals(
    of kpi: KPIReference, under profile: RuleProfile
  ) throws -> Set<SignalReference> {
    guard let row = try KPIQueries.kpi(kpi, in: session) else { return [] }
    let homes = Set([kpi.department, setting.head])
    let ends = try homes.flatMap { try ReviewQueries.list(of: $0, in: session) }
      .filter { $0.closedAt == nil }.map(\.lastDay)
    let charts = try ([nil] + Set(ends)).flatMap { day in
      try KPIChart.load([row], upTo: day, in: session, profile: profile, annotated: false)
    }
    return charts.reduce(into: []) { $0.formUnion($1.signals) }
  }
}
