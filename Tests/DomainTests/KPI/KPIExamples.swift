@testable import Domain

extension KPIDefinition {
  static func example(
    measure: Measure = .value, cadence: Cadence = .weekly, direction: Direction = .down
  ) -> KPIDefinition {
    KPIDefinition(
      name: "提案書作成時間", unit: "h", direction: direction, cadence: cadence, kind: .outcome,
      measure: measure)
  }
}

extension KPIReference {
  static let hours: KPIReference = "SALES/proposal-hours"
}

extension SignalReference {
  static let shift = SignalReference(rule: "shift", period: "2026-02-23")
}

extension KPIFacts {
  static let none = KPIFacts(kpi: .hours)
  static let recorded = KPIFacts(
    kpi: .hours, recorded: Observation(period: "2026-03-02", value: 12))
  static let signalled = KPIFacts(kpi: .hours, signals: [.shift])
}
