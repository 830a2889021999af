package import Bilingual
import CivilTime
package import Statistics
import Terminal
import Wording

/// What stands out on a chart, in sentences.
package struct SignalWords: Sendable {
  let picture: ChartPicture

  package init(_ picture: ChartPicture) { self.picture = picture }

  /// When, what and how to read it, in one line.
  package func sentence(_ cause: SpecialCause) -> String {
    let language = picture.language
    let head = language.choose(
      "\(periods(cause)): \(pattern(cause)).", "\(periods(cause)): \(pattern(cause))。")
    let reading = cause.excluded ? nil : Self.reading(cause.reading, language)
    let parts = [head, reading, provisional(cause), excluded(cause)]
    return parts.compactMap(\.self).joined(separator: language.choose(" ", ""))
  }

  /// One sentence on how a signal is to be read.
  package static func reading(_ reading: Reading, _ language: Language) -> String {
    switch reading {
    case .improvement: language.choose("Improvement.", "改善を示しています。")
    case .concern: language.choose("Concern.", "懸念があります。")
    case .neutral:
      language.choose("A change, neither better nor worse.", "良し悪しを問わない変化です。")
    }
  }

  /// The periods of the pattern: each of up to three, else the first and the last.
  package func periods(_ cause: SpecialCause) -> String {
    let language = picture.language
    guard cause.members.count > 3, let last = cause.members.last else {
      let each = cause.members.map {
        cause.members.count == 1
          ? DateText.period(picture.date(at: $0), picture.cadence, language) : bound($0)
      }
      return each.joined(separator: language.choose(", ", "、"))
    }
    let (from, to) = (bound(cause.members[0]), bound(last))
    return language.choose("\(from) to \(to)", "\(from)〜\(to)")
  }

  private func bound(_ index: Int) -> String {
    DateText.bound(picture.date(at: index), picture.cadence, picture.language)
  }

  private func provisional(_ cause: SpecialCause) -> String? {
    guard cause.provisional else { return nil }
    let basis = picture.chart.segments[cause.segment].basis
    return picture.language.choose(
      "Provisional: the limits rest on \(basis) points only.",
      "暫定です（管理限界の根拠が\(basis)点のみ）。")
  }

  private func excluded(_ cause: SpecialCause) -> String? {
    guard cause.excluded else { return nil }
    let language = picture.language
    guard let reason = picture.exclusionReasons[picture.date(at: cause.members[0])] else {
      return language.choose("The point is excluded.", "この点は除外しています。")
    }
    return language.choose(
      "The point is excluded (\(reason)).", "この点は除外しています（理由: \(reason)）。")
  }
}
