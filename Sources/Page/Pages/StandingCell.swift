import Bilingual
import Domain
import Presentation
import ReadModels
import Reviews
import Statistics

/// The sign of a variation: a shape and a word, so that nobody needs colors.
struct Sign {
  private let variation: KPIStanding.Variation
  private let language: Language

  init(_ variation: KPIStanding.Variation, _ language: Language) {
    self.variation = variation
    self.language = language
  }

  private var shape: String {
    switch variation {
    case .concern: "▼"
    case .improvement: "▲"
    case .change: "◆"
    case .common: "●"
    case .unknown: "○"
    }
  }

  var html: HTML {
    "<b class=\"sign \(variation.rawValue)\"><span aria-hidden=\"true\">\(shape)</span> \(variation.words(language))</b>"
  }
}

/// A KPI in a cell: its sign, its latest value, its last points, what its limits say of the target.
struct StandingCell {
  private let standing: KPIStanding
  private let look: Look
  private let isDrawn: Bool

  /// - Parameter isDrawn: whether its last points are drawn.
  init(_ standing: KPIStanding, _ look: Look, isDrawn: Bool = true) {
    self.standing = standing
    self.look = look
    self.isDrawn = isDrawn
  }

  var html: HTML {
    let assurance: HTML =
      standing.assurance == .none
      ? .none : "<small>\(standing.assurance.words(look.language))</small>"
    return """
      \(Sign(standing.variation, look.language).html)\
      \(look.link(standing.kpi.reference, standing.kpi.name)) \
      <span class="value">\(standing.value(look.language) ?? "–")</span>\(isDrawn ? Spark(standing).html : .none)\(assurance)
      """
  }
}

/// The last points of a chart between their limits, as small as a word.
struct Spark {
  private static let most = 24
  private static let (width, height) = (96.0, 24.0)
  private let points: ArraySlice<ChartPoint>
  private let scale: (low: Double, high: Double)
  private let variation: KPIStanding.Variation

  init(_ standing: KPIStanding) {
    points = standing.chart.points.suffix(Self.most)
    variation = standing.variation
    let values = points.flatMap { [$0.value, $0.lower, $0.upper].compactMap(\.self) }
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    scale = high > low ? (low, high) : (low - 1, high + 1)
  }

  /// What it shows stands in words beside it.
  var html: HTML {
    guard points.count > 1 else { return .none }
    return HTML(
      made: """
        <svg class="spark" viewBox="0 0 96 24" aria-hidden="true">\(band)\
        <path d="\(line)"/>\(mark)</svg>
        """)
  }

  private func x(_ place: Int) -> Int {
    Int((3 + (Self.width - 8) * Double(place) / Double(points.count - 1)).rounded())
  }

  private func y(_ value: Double) -> Int {
    Int((2 + (Self.height - 4) * (scale.high - value) / (scale.high - scale.low)).rounded())
  }

  private var line: String {
    points.enumerated().map { "\($0 == 0 ? "M" : "L")\(x($0)) \(y($1.value))" }.joined()
  }

  private var band: String {
    guard let last = points.last, let lower = last.lower, let upper = last.upper else { return "" }
    return
      "<rect x=\"0\" y=\"\(y(upper))\" width=\"96\" height=\"\(max(1, y(lower) - y(upper)))\"/>"
  }

  private var mark: String {
    let (cx, cy) = (x(points.count - 1), y(points.last!.value))
    let shape =
      switch variation {
      case .concern: "M\(cx - 4) \(cy - 3)h8l-4 7z"
      case .improvement: "M\(cx - 4) \(cy + 3)h8l-4 -7z"
      case .change: "M\(cx) \(cy - 4)l4 4l-4 4l-4 -4z"
      case .common, .unknown: "M\(cx - 2) \(cy - 2)h4v4h-4z"
      }
    return "<path class=\"\(variation.rawValue)\" d=\"\(shape)\"/>"
  }
}
