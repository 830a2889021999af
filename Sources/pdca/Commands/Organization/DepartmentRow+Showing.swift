import Bilingual
import CanonicalJSON
import Domain
import ReadModels

extension DepartmentRow {
  /// Open, the head, or closed and who goes on.
  func state(head: DepartmentCode) -> Phrase {
    if let successor {
      return Phrase(en: "closed, see \(successor)", ja: "閉鎖（後継 \(successor)）")
    }
    if isClosed { return Phrase(en: "closed", ja: "閉鎖") }
    return code == head ? Phrase(en: "head", ja: "本部") : Phrase(en: "open", ja: "活動中")
  }
}
