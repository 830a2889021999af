import Domain
import Office
import ReadModels

extension Desk {
  /// A KPI that is defined.
  func definedKPI(_ text: String, in option: DepartmentOption) throws -> KPIRow {
    try office.definedKPI(kpi(text, in: option))
  }

  /// A level of a KPI, read as it is measured; of no KPI, a number.
  func level(_ text: String, _ argument: String, of kpi: KPIReference?) throws -> Double {
    try office.level(text, argument, of: kpi)
  }

  /// A level of a KPI, or a range of them.
  func prediction(
    _ text: String, _ argument: String, of kpi: KPIReference?
  ) throws -> (level: Double, range: PredictionRange?) {
    try office.prediction(text, argument, of: kpi)
  }
}
