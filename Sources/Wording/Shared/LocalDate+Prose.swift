package import Bilingual
package import CivilTime

extension LocalDate {
  /// A day in a review's sentences: `2 March 2026`, `2026年3月2日(月)`. Tables, axes, JSON and
  /// commands have it as ISO 8601 writes it.
  package var prose: Phrase {
    let name = ["月", "火", "水", "木", "金", "土", "日"][weekday - 1]
    return Phrase(
      en: DateText.day(self, .english), ja: DateText.day(self, .japanese) + "(\(name))")
  }
}
