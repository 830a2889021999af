import Glibc

/// A level of a process as its points tell it, and how sure that is.
package struct LevelEstimate: Hashable, Sendable {
  package let mean: Double
  /// Of one point.
  package let deviation: Double
  /// Of the mean.
  package let standardError: Double
  package let count: Int

  /// The spread is the larger one of the standard deviation and of what neighbors differ by (mean
  /// moving range ÷ 1.128): a drift within the points widens the first, a saw-tooth the second.
  /// - Returns: nil for fewer than two values.
  package init?(_ values: [Double]) {
    guard values.count > 1, let mean = Descriptive.mean(values) else { return nil }
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    let deviation = (Descriptive.sum(squares) / Double(values.count - 1)).squareRoot()
    let ranges = zip(values.dropFirst(), values).map { abs($0 - $1) }
    let near = (Descriptive.mean(ranges) ?? 0) / 1.128
    self.init(mean, max(deviation, near), values.count)
  }

  /// Of shares or rates: all numerators by all denominators, with the standard error of a ratio
  /// (Cochran 1977, 2.46).
  /// - Parameter values: already divided by their denominators.
  package init?(_ values: [Double], of denominators: [Double]) {
    let totals = zip(values, denominators).map { $0 * $1 }
    guard values.count > 1, values.count == denominators.count,
      let mean = Descriptive.ratio(totals, denominators),
      let whole = Descriptive.mean(denominators), whole > 0
    else { return nil }
    let squares = zip(totals, denominators).map { ($0 - mean * $1) * ($0 - mean * $1) }
    let spread = (Descriptive.sum(squares) / Double(values.count - 1)).squareRoot() / whole
    self.init(mean, spread, values.count)
  }

  /// - Parameter deviation: of one point.
  init(_ mean: Double, _ deviation: Double, _ count: Int) {
    self.mean = mean
    self.deviation = deviation
    self.count = count
    standardError = deviation / Double(count).squareRoot()
  }

  /// The same spread about another mean: that of limits which were in force.
  package func about(_ mean: Double) -> LevelEstimate { LevelEstimate(mean, deviation, count) }
}

/// How far one level lies from another, with how sure that is.
package struct LevelDifference: Hashable, Sendable {
  package let value: Double
  package let standardError: Double
  package let freedom: Int

  private init(_ value: Double, _ parts: [(error: Double, freedom: Int)]) {
    let variances = parts.map { $0.error * $0.error }
    let variance = variances.reduce(0, +)
    let denominator = zip(variances, parts).reduce(0.0) {
      $0 + $1.0 * $1.0 / Double(max(1, $1.1.freedom))
    }
    self.value = value
    standardError = variance.squareRoot()
    freedom = denominator > 0 ? max(1, Int(variance * variance / denominator)) : 1
  }

  /// After less before, by Welch (1947).
  package init(from before: LevelEstimate, to after: LevelEstimate) {
    self.init(
      after.mean - before.mean,
      [before, after].map { ($0.standardError, $0.count - 1) })
  }

  /// What is left of a difference when those that had no reason for one are taken off: the difference
  /// of the differences, against their mean.
  /// - Parameter others: not empty.
  package init(_ own: LevelDifference, less others: [LevelDifference]) {
    let part = 1 / Double(others.count)
    self.init(
      own.value - others.map(\.value).reduce(0, +) * part,
      [(own.standardError, own.freedom)]
        + others.map { ($0.standardError * part, $0.freedom) })
  }

  /// Where the true difference lies with the confidence (0…1).
  package func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let reach = StudentT.quantile(0.5 + confidence / 2, freedom: freedom) * standardError
    return (value - reach)...(value + reach)
  }
}

/// What came back of what was spent.
package enum Return {
  /// Nil without a cost.
  package static func ratio(benefit: Double, cost: Double) -> Double? {
    cost > 0 ? benefit / cost : nil
  }

  /// What is left when the cost is taken off, in percent of the cost (Phillips: a ratio of 2 is 100 %).
  package static func percent(benefit: Double, cost: Double) -> Double? {
    cost > 0 ? (benefit - cost) / cost * 100 : nil
  }

  /// Months until a yearly benefit has brought the cost back; nil where it brings nothing.
  package static func paybackMonths(yearly benefit: Double, cost: Double) -> Double? {
    benefit > 0 && cost >= 0 ? cost / benefit * 12 : nil
  }
}
