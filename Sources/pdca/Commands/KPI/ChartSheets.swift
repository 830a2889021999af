import Bilingual
import CivilTime
import Presentation
import Statistics
import Tables
import Wording

extension ChartPicture {
  /// The points with what they were judged by, and the stretches of limits.
  var sheets: [SheetTable] {
    [
      SheetTable(
        name: language.choose("Points", "実績値"), columns: pointColumns,
        rows: chart.points.map(cells)),
      SheetTable(
        name: language.choose("Limits", "管理限界"), columns: segmentColumns,
        rows: chart.segments.map(cells)),
    ]
  }

  private var pointColumns: [String] {
    [
      Phrase(en: "Period", ja: "期間"), Phrase(en: "Value", ja: "値"),
      Phrase(en: "Denominator", ja: "母数"), Phrase(en: "Centre line", ja: "中心線"),
      Phrase(en: "Lower limit", ja: "下方管理限界"), Phrase(en: "Upper limit", ja: "上方管理限界"),
      Phrase(en: "Excluded", ja: "除外"), Phrase(en: "Signals", ja: "シグナル"),
    ].map { $0(language) }
  }

  private func cells(_ point: ChartPoint) -> [SheetTable.Value] {
    let signals = point.signals.map { $0.rule.words(language) }
    return [
      .day(LocalDate(dayNumber: point.period)), number(point.value),
      point.denominator.map { .number($0, format: nil) } ?? .empty, number(point.center),
      number(point.lower), number(point.upper),
      point.excluded ? .text(language.choose("yes", "○")) : .empty,
      signals.isEmpty ? .empty : .text(signals.joined(separator: language.choose(", ", "、"))),
    ]
  }

  private var segmentColumns: [String] {
    [
      Phrase(en: "From", ja: "開始"), Phrase(en: "To", ja: "終了"),
      Phrase(en: "Points", ja: "点数"), Phrase(en: "State", ja: "状態"),
      Phrase(en: "Centre line", ja: "中心線"), Phrase(en: "Lower limit", ja: "下方管理限界"),
      Phrase(en: "Upper limit", ja: "上方管理限界"),
    ].map { $0(language) }
  }

  private func cells(_ segment: ChartSegment) -> [SheetTable.Value] {
    func day(_ index: Int) -> SheetTable.Value {
      .day(LocalDate(dayNumber: chart.points[index].period))
    }
    return [
      day(segment.from), day(segment.to), .number(Double(segment.count), format: "0"),
      .text(words(segment.state)(language)), number(segment.center), number(segment.lower),
      number(segment.upper),
    ]
  }

  private func words(_ state: ChartState) -> Phrase {
    switch state {
    case .line: Phrase(en: "no limits yet", ja: "管理限界なし")
    case .trial: Phrase(en: "trial limits", ja: "暫定の管理限界")
    case .full: Phrase(en: "limits", ja: "管理限界")
    }
  }

  private func number(_ value: Double?) -> SheetTable.Value {
    guard let value else { return .empty }
    let isShare = chart.options.kind == .p || chart.options.clamp == .proportion
    return .number(value, format: isShare ? "0.0%" : nil)
  }
}
