package import Bilingual
import CivilTime
package import Domain

extension ConceptEvent {
  package var summary: Phrase {
    switch self {
    case .drafted(let sheet):
      Phrase(en: "Concept drafted", ja: "活用構想を起案").stating(sheet.title).with(
        Phrase(
          en: "\(sheet.kpi) to \(sheet.predicted.words)",
          ja: "\(sheet.kpi) を\(sheet.predicted.words)へ"),
        sheet.session.map { Phrase(both: "\($0)") })
    case .chosen(let reason): Phrase(en: "Chosen", ja: "採択").stating(reason)
    case .declined(let reason): Phrase(en: "Declined", ja: "見送り").stating(reason)
    case .started(let cycle):
      Phrase(en: "Started as \(cycle)", ja: "ミニPDCA \(cycle) として開始")
    }
  }
}
