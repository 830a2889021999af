extension Series {
  func blankPoints() -> [ChartPoint] {
    observations.indices.map { index in
      ChartPoint(
        period: observations[index].period, value: values[index],
        denominator: observations[index].denominator, segment: 0, excluded: excluded[index],
        state: .line, center: nil, sigma: nil, lower: nil, upper: nil, movingRange: nil,
        movingRangeBeyondLimit: false, signals: [])
    }
  }

  func gaps() -> [ChartGap] {
    observations.indices.compactMap { index in
      let missing = missing(before: index)
      return missing > 0 ? ChartGap(after: index - 1, missing: missing) : nil
    }
  }

  /// All points of the segment, the excluded too, before the lines of its process.
  func standings(of range: ClosedRange<Int>, under process: Process) -> [Standing] {
    let tolerance = tolerance(of: range, center: process.center)
    return range.map {
      Standing(
        value: values[$0], center: process.center,
        limits: process.limits(denominator: observations[$0].denominator), tolerance: tolerance)
    }
  }

  func medianRuns(of range: ClosedRange<Int>, basis: [Int]) -> RunSummary? {
    guard let median = Descriptive.median(basis.map { values[$0] }) else { return nil }
    let tolerance = tolerance(of: range, center: median)
    return RunAnalysis.summary(
      about: median,
      of: range.lazy.filter { !excluded[$0] }.map { index in
        Standing(value: values[index], center: median, tolerance: tolerance).side
      })
  }

  /// In parts of the largest number in play: above the rounding errors of a mean, far below any
  /// difference that was measured.
  static let rounding = 1e-13

  private func tolerance(of range: ClosedRange<Int>, center: Double) -> Double {
    Series.rounding * range.reduce(abs(center)) { max($0, abs(values[$1])) }
  }
}
