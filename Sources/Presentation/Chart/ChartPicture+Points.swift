import Bilingual
import CivilTime
import Statistics
import Wording

/// A point in words: its period, its value, what it says.
package struct ChartPointWords: Sendable, Equatable {
  package let period: String
  package let value: String
  package let reading: String

  /// In one line.
  package var line: String { "\(period): \(value) (\(reading))" }
}

extension ChartPicture {
  /// Each point in words, by period.
  package var pointWords: [ChartPointWords] { chart.points.indices.map(pointWords) }

  func pointWords(_ index: Int) -> ChartPointWords {
    let point = chart.points[index]
    let rules = Set(point.signals.map(\.rule)).sorted { $0.rawValue < $1.rawValue }
      .map { $0.words(language) }
    let look = ChartWords.name(PointLook(point), language)
    let reading = ([look] + rules).joined(separator: language.choose(", ", "、"))
    return ChartPointWords(
      period: DateText.bound(date(at: index), cadence, language),
      value: numbers.measured(point.value), reading: reading)
  }
}
