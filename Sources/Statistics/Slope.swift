/// The trend of a series as one figure: change of the value per unit of time.
package enum Slope {
  /// Theil and Sen: the median of the slopes between all pairs, which outliers hardly move.
  ///
  /// Takes time in the square of the number of points: a review has hundreds at most.
  /// - Parameter times: as many as values; pairs at the same time are left out. Nil without any
  ///   other pair.
  package static func theilSen(times: [Double], values: [Double]) -> Double? {
    precondition(times.count == values.count, "every value has its time")
    var slopes: [Double] = []
    for later in times.indices {
      for earlier in 0..<later where times[earlier] != times[later] {
        slopes.append((values[later] - values[earlier]) / (times[later] - times[earlier]))
      }
    }
    return Descriptive.median(slopes)
  }

  /// Ordinary least squares. Nil where the times don't differ.
  package static func leastSquares(times: [Double], values: [Double]) -> Double? {
    precondition(times.count == values.count, "every value has its time")
    guard let time = Descriptive.mean(times), let value = Descriptive.mean(values) else {
      return nil
    }
    return Descriptive.ratio(
      zip(times, values).map { ($0 - time) * ($1 - value) },
      times.map { ($0 - time) * ($0 - time) })
  }

  /// How long, at this slope, until the target is reached: 0 if it is, nil if it never will be.
  ///
  /// A straight line drawn on, not a forecast. In the slope's unit of time.
  package static func time(
    from level: Double, to target: Double, slope: Double, direction: Direction
  ) -> Double? {
    let missing = target - level
    switch direction {
    case .up where missing <= 0, .down where missing >= 0: return 0
    case .neutral where missing == 0: return 0
    case .up, .down, .neutral: return missing * slope > 0 ? missing / slope : nil
    }
  }
}
