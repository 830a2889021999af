import Bilingual
package import Statistics
import Terminal
import Wording

/// What a chart is and what it says as a whole, in sentences.
package struct ChartWords: Sendable {
  let picture: ChartPicture

  package init(_ picture: ChartPicture) { self.picture = picture }

  private var chart: Chart { picture.chart }
  private var numbers: NumberText { picture.numbers }

  func choose(_ english: @autoclosure () -> String, _ japanese: @autoclosure () -> String)
    -> String
  { picture.language.choose(english(), japanese()) }

  /// Kind, cadence, unit, direction and rules, in one line.
  package var subtitle: String {
    let unit = numbers.axisUnit.map { choose("in \($0)", "単位: \($0)") }
    let rules = choose("rules", "ルール") + ": \(chart.options.profile.id)"
    let parts = [Self.kind(chart.options.kind, picture.language), cadence, unit, direction, rules]
    return parts.compactMap(\.self).joined(separator: choose(", ", "、"))
  }

  static func kind(_ kind: ChartKind, _ language: Language) -> String {
    switch kind {
    case .xmr: language.choose("XmR chart", "XmR管理図")
    case .run: language.choose("Run chart", "ランチャート")
    case .p: language.choose("p chart of proportions", "割合のp管理図")
    case .u: language.choose("u chart of rates", "発生率のu管理図")
    case .c: language.choose("c chart of counts", "件数のc管理図")
    }
  }

  private var cadence: String? {
    switch picture.cadence {
    case .daily: choose("daily", "日次")
    case .weekly: choose("weekly", "週次")
    case .monthly: choose("monthly", "月次")
    case .irregular: nil
    }
  }

  private var direction: String {
    switch picture.direction {
    case .up: choose("higher is better", "高いほど良い")
    case .down: choose("lower is better", "低いほど良い")
    case .neutral: choose("neither way is better", "良し悪しの向きなし")
    }
  }

  /// What the limits of a segment rest on, and how far they can be trusted.
  package func state(_ segment: ChartSegment) -> String {
    if segment.center == nil {
      return choose("All points are excluded: no lines.", "すべての点が除外されているため、線はありません。")
    }
    if chart.options.kind == .run {
      return choose(
        "Run chart: a median and no limits.", "ランチャートのため、中央値のみで管理限界はありません。")
    }
    let points = basis(segment)
    let growth = chart.options.growth(picture.cadence)
    switch segment.state {
    case .line:
      return choose(
        "Line only: \(points), and limits and signals need \(growth.trial).",
        "折れ線のみ: \(points)です。管理限界とシグナルには\(growth.trial)点が必要です。")
    case .trial:
      return choose(
        "Trial limits from \(points): signals are provisional until there are \(growth.full).",
        "暫定の管理限界: \(points)によるもので、\(growth.full)点になるまでシグナルは暫定です。")
    case .full:
      return choose("Limits from \(points).", "管理限界: \(points)によるものです。")
    }
  }

  private func basis(_ segment: ChartSegment) -> String {
    let count = NumberText.whole(segment.basis)
    let noun = segment.basis == 1 ? "point" : "points"
    guard segment.basis < segment.count, let baseline = baseline(in: segment) else {
      if segment.basis < segment.count, chart.options.limits == .inForce {
        return choose(
          "\(count) earlier \(noun) without a signal", "それまでのシグナルのない\(count)点")
      }
      return choose("\(count) \(noun)", "\(count)点")
    }
    return choose(
      "the \(count) \(noun) of the baseline (\(baseline))", "基準期間（\(baseline)）の\(count)点")
  }

  /// First and last period of the frozen baseline that lie in the segment.
  private func baseline(in segment: ChartSegment) -> String? {
    guard let range = chart.options.baseline else { return nil }
    let indices = (segment.from...segment.to).filter { range.contains(chart.points[$0].period) }
    guard let first = indices.first, let last = indices.last else { return nil }
    return stretch(first, last)
  }

  func stretch(_ first: Int, _ last: Int) -> String {
    let ends = [first, last].map {
      DateText.bound(picture.date(at: $0), picture.cadence, picture.language)
    }
    return choose("\(ends[0]) to \(ends[1])", "\(ends[0])〜\(ends[1])")
  }
}
