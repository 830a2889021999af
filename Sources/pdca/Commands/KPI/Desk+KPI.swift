import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Statistics
import Tracker

extension Desk {
  /// A KPI that is defined.
  func definedKPI(_ text: String, in option: DepartmentOption) throws -> KPIRow {
    try office.definedKPI(kpi(text, in: option))
  }

  /// A level of a KPI, read as it is measured; of no KPI, a number.
  func level(_ text: String, _ argument: String, of kpi: KPIReference?) throws -> Double {
    let measure = try kpi.flatMap { try office.kpi($0)?.measure }
    return try Read.level(text, argument, isProportion: measure == .proportion)
  }

  /// A level of a KPI, or a range of them.
  func prediction(
    _ text: String, _ argument: String, of kpi: KPIReference?
  ) throws -> (level: Double, range: PredictionRange?) {
    let measure = try kpi.flatMap { try office.kpi($0)?.measure }
    return try Read.prediction(text, argument, isProportion: measure == .proportion)
  }
}
