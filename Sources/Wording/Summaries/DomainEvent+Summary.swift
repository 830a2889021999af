package import Bilingual
package import Domain

extension DomainEvent {
  /// What happened, on one line; the people's own texts stand in it as they wrote them.
  package var summary: Phrase {
    switch self {
    case .organization(let event): event.summary
    case .strategy(let event): event.summary
    case .kpi(let event): event.summary
    case .cycle(let event): event.summary
    case .issue(let event): event.summary
    case .lesson(let event): event.summary
    case .adoption(let event): event.summary
    case .design(let event): event.summary
    case .review(let event): event.summary
    case .redaction(let event): event.summary
    case .exclusion(let event): event.summary
    case .concept(let event): event.summary
    case .subsidy(let event): event.summary
    case .worth(let event): event.summary
    }
  }
}

extension Phrase {
  /// The phrase, and in brackets what there is besides; nil parts are left out.
  package func with(_ parts: Phrase?...) -> Phrase {
    let parts = parts.compactMap(\.self)
    if parts.isEmpty { return self }
    return Phrase(
      en: "\(en) (\(parts.map(\.en).joined(separator: ", ")))",
      ja: "\(ja)（\(parts.map(\.ja).joined(separator: "、"))）")
  }

  /// The phrase, a colon and a text of people's own.
  func stating(_ text: String) -> Phrase { Phrase(en: "\(en): \(text)", ja: "\(ja): \(text)") }
}
