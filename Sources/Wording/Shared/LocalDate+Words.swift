package import Bilingual
package import CivilTime

extension LocalDate {
  /// `2026-03-02`, 2026年3月2日.
  package var words: Phrase {
    Phrase(en: description, ja: "\(year)年\(month)月\(day)日")
  }
}

extension LocalDateTime {
  /// `2026-11-22 09:10`
  package var words: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date) \(two(hour)):\(two(minute))"
  }
}
