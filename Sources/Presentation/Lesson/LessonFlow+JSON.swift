package import Bilingual
package import CanonicalJSON
import CivilTime
import Domain
import ReadModels
package import Reviews
import Shapes
import Statistics

extension LessonFlow {
  /// The way of lessons, whichever door shows it.
  package var json: JSON {
    .thing([
      "actedCycles": JSON(actedCycles),
      "stations": .array(
        stations.map {
          ["station": .string($0.kind.rawValue), "lessons": .texts($0.lessons.map(\.id))]
        }), "waitingForTraining": .texts(waiting.map(\.id)),
      "offers": .array(
        offers.map {
          [
            "lesson": .string("\($0.lesson)"), "department": .string("\($0.department)"),
            "since": .string("\($0.since)"), "days": JSON($0.days),
          ]
        }), "reuseRate": JSON(reuse.rate),
      "medianAdoptionDays": JSON(Descriptive.median(adoptionDays)),
    ])
  }
}

extension LessonFlow.Station.Kind {
  package var words: Phrase {
    switch self {
    case .drafted: Phrase(en: "drafted, not validated", ja: "起案済み（未検証）")
    case .validated: Phrase(en: "validated, not used", ja: "検証済み（未活用）")
    case .designed: Phrase(en: "in a training design", ja: "研修設計に反映")
    case .spread: Phrase(en: "taught or adopted", ja: "研修実施・他部門で採用")
    case .measured: Phrase(en: "effect measured", ja: "効果を測定")
    }
  }
}
