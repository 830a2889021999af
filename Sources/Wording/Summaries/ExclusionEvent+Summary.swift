package import Bilingual
package import Domain

extension ExclusionEvent {
  package var summary: Phrase {
    switch self {
    case .setAside(let aside):
      Phrase(
        en: "event \(aside.position) (\(aside.type)), which can't be applied, set aside",
        ja: "適用できないイベント \(aside.position) (\(aside.type)) を除外"
      ).stating(aside.reason)
    }
  }
}
