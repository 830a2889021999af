package import Bilingual
package import Domain
package import ReadModels
import Terminal
import Wording

extension Observation {
  /// `12.5 hours`; `7/50 (14%)` of a proportion, `3/20 (0.15)` of another ratio.
  package func text(of kpi: KPIRow, _ language: Language) -> String {
    let plain = NumberText(unit: kpi.unit, language: language)
    guard let denominator else { return safe(plain.recorded(value)) }
    let level = NumberText(language: language, isProportion: kpi.measure == .proportion)
    let parts = [value, denominator].map(NumberText.exact)
    return "\(parts[0])/\(parts[1]) (\(level.measured(value / denominator)))"
  }
}

extension KPIRow {
  /// A level of the KPI, such as a target.
  package func level(_ value: Double, _ language: Language) -> String {
    safe(
      NumberText(unit: unit, language: language, isProportion: measure == .proportion)
        .recorded(value))
  }
}
