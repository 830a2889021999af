package import Bilingual
import CivilTime
package import ReadModels
import Wording

extension CycleRow {
  /// The days that its prediction is held against; nil without a plan.
  package func window(_ language: Language) -> String? {
    guard let windowFirst, let windowLast else { return nil }
    return language.choose(
      "\(DateText.day(windowFirst, language)) to \(DateText.day(windowLast, language))",
      "\(DateText.day(windowFirst, language))〜\(DateText.day(windowLast, language))")
  }
}
