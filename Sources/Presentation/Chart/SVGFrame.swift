import Statistics
import Wording

/// Where things lie in the picture, in pixels from its upper left corner.
struct SVGFrame {
  static let width = 960.0
  static let margin = 24.0
  private static let plotHeight = 320.0
  private static let mostSteps = 8

  let scale: ChartScale
  let left: Double
  let right: Double
  let top: Double
  var bottom: Double { top + Self.plotHeight }
  private let first: Int
  private let last: Int
  private let picture: ChartPicture

  /// - Parameters:
  ///   - top: where the plot begins, below the headings and flags.
  ///   - labels: texts to the right of it.
  init(_ picture: ChartPicture, top: Double, labels: [String]) {
    let chart = picture.chart
    let scale = ChartScale(chart, points: chart.points.indices, steps: Self.mostSteps)
    let ticks = scale.ticks.map { picture.numbers.tick($0, step: scale.step) }
    let widest = ticks.map { XMLText.width($0, size: 12) }.max() ?? 0
    let beside = labels.map { XMLText.width($0, size: 12) }.max() ?? 0
    self.scale = scale
    self.top = top
    left = Self.margin + widest + 8
    right = Self.width - Self.margin - min(max(beside, 60), 260) - 8
    first = picture.cadence.ordinal(of: chart.points[0].period)
    last = picture.cadence.ordinal(of: chart.points[chart.points.count - 1].period)
    self.picture = picture
  }

  /// By time; by order where the periods have no calendar.
  func x(_ index: Int) -> Double {
    let (from, to) = (left + 14, right - 14)
    let count = picture.chart.points.count
    guard count > 1 else { return (from + to) / 2 }
    if picture.cadence == .irregular {
      return from + (to - from) * Double(index) / Double(count - 1)
    }
    let ordinal = picture.cadence.ordinal(of: picture.chart.points[index].period)
    return from + (to - from) * Double(ordinal - first) / Double(max(last - first, 1))
  }

  func y(_ value: Double) -> Double { bottom - (bottom - top) * scale.share(of: value) }

  /// Halfway to the point before; the plot's edge at the first.
  func edge(before index: Int) -> Double {
    index == 0 ? left : (x(index - 1) + x(index)) / 2
  }

  /// Halfway to the point after; the plot's edge at the last.
  func edge(after index: Int) -> Double {
    index == picture.chart.points.count - 1 ? right : edge(before: index + 1)
  }

  /// Half the size of a point: the more there are, the smaller.
  var radius: Double {
    switch picture.chart.points.count {
    case ...80: 4.5
    case ...200: 3.2
    case ...600: 2.2
    default: 1.4
    }
  }
}
