import Bilingual
import CanonicalJSON
import Domain
import ReadModels

extension LessonStatus {
  var words: Phrase {
    switch self {
    case .draft: Phrase(en: "draft", ja: "起案")
    case .validated: Phrase(en: "validated", ja: "検証済み")
    case .retired: Phrase(en: "retired", ja: "廃止")
    }
  }
}
