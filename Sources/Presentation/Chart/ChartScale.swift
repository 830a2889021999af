import Glibc
import Statistics

/// The range of values that a chart shows, ending on round numbers.
struct ChartScale: Hashable {
  let lower: Double
  let upper: Double
  /// Distance between two round numbers on the axis.
  let step: Double

  /// A range that holds all the values, in at most so many steps of 1, 2 or 5 times a power of ten.
  init(holding values: some Sequence<Double>, steps: Int) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values {
      low = min(low, value)
      high = max(high, value)
    }
    if low > high { (low, high) = (0, 1) }
    if high - low <= max(1e-9 * max(abs(low), abs(high)), 1e-300) {
      let room = low == 0 ? 1 : max(abs(low) * 0.1, 1e-299)
      (low, high) = (low - room, high + room)
    }
    self.init(low, high, steps: steps)
  }

  private init(_ low: Double, _ high: Double, steps: Int) {
    var step = Self.roundStep(atLeast: (high - low) / Double(steps))
    while (high / step).rounded(.up) - (low / step).rounded(.down) > Double(steps) {
      step = Self.roundStep(atLeast: step * 1.5)
    }
    lower = (low / step).rounded(.down) * step
    upper = (high / step).rounded(.up) * step
    self.step = step
  }

  private static func roundStep(atLeast size: Double) -> Double {
    let power = pow(10, log10(size).rounded(.down))
    let factor = [1, 2, 5].first { $0 * power >= size * (1 - 1e-9) } ?? 10
    return factor * power
  }

  var stepCount: Int { Int(((upper - lower) / step).rounded()) }

  var ticks: [Double] {
    let first = (lower / step).rounded()
    return (0...stepCount).map { (first + Double($0)) * step }
  }

  /// 0 at the lower end and 1 at the upper.
  func share(of value: Double) -> Double { (value - lower) / (upper - lower) }

  func holds(_ value: Double) -> Bool { (lower...upper).contains(value) }
}

extension ChartScale {
  /// Holds the points, their lines, and a target that is near enough not to press them flat.
  init(_ chart: Chart, points: Range<Int>, steps: Int) {
    let drawn = chart.points[points]
    let values = drawn.lazy.flatMap { point in
      [
        point.value, point.center ?? point.value, point.lower ?? point.value,
        point.upper ?? point.value,
      ]
    }
    let near = ChartScale(holding: values, steps: steps)
    guard let target = chart.options.target else {
      self = near
      return
    }
    let far = ChartScale(holding: [near.lower, near.upper, target], steps: steps)
    self = far.upper - far.lower > 2.5 * (near.upper - near.lower) ? near : far
  }
}
