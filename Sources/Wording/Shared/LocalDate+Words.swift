package import Bilingual
package import CivilTime

extension LocalDate {
  /// `2026-03-02`, 2026年3月2日.
  package var words: Phrase {
    Phrase(en: description, ja: "\(year)年\(month)月\(day)日")
  }
}
