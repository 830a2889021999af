package import Bilingual
package import CanonicalJSON
package import Reviews

extension ReviewReport {
  /// The whole report as people read it, as it is kept of a closed review.
  package func keptDocument(_ language: Language) -> JSON {
    ReviewWords(self, language).document.json
  }
}

extension Document {
  private static let size = SectionExtent.Size(rows: 40, items: 20)
  private static let figures = 20

  /// With the beginning alone of long sections, as reviews of all departments are shown.
  /// - Parameter rest: the command that shows everything; nil for everything.
  package func beginning(rest: String?) -> Document {
    guard let rest else { return self }
    var document = self
    document.sections = sections.map { section in
      var section = section
      section.blocks = section.blocks.withFirst(figures: Self.figures, rest, language)
      return section.beginning(Self.size, rest: rest, language)
    }
    return document
  }
}

extension [DocumentBlock] {
  fileprivate func withFirst(
    figures: Int, _ rest: String, _ language: Language
  ) -> [DocumentBlock] {
    let places = indices.filter { if case .figure = self[$0] { true } else { false } }
    guard places.count > figures else { return self }
    let hidden = Set(places.dropFirst(figures))
    return indices.filter { !hidden.contains($0) }.map { self[$0] }
      + DocumentSection.more(hidden.count, rest, language)
  }
}
