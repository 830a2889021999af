package import Bilingual
package import Domain

extension RedactionEvent {
  package var summary: Phrase {
    switch self {
    case .redacted(let redaction):
      Phrase(
        en: "the texts of event \(redaction.position) (\(redaction.type)) redacted",
        ja: "イベント \(redaction.position) (\(redaction.type)) の内容を墨消し"
      ).stating(redaction.reason)
    }
  }
}
