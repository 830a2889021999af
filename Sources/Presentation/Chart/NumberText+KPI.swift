package import Bilingual
import Domain
package import ReadModels
package import Wording

extension NumberText {
  /// How numbers of a KPI are written; without unit where the KPI isn't known.
  package init(of kpi: KPIRow?, _ language: Language) {
    guard let kpi else {
      self.init(language: language)
      return
    }
    self.init(unit: kpi.unit, language: language, isProportion: kpi.measure == .proportion)
  }
}
