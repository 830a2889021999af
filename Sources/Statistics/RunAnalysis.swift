/// Anhøj's two rules and their critical values.
///
/// Anhøj and Olesen, Run charts revisited (PLOS ONE, 2014); the longest run from Schilling (2012),
/// the crossings from Chen (2010).
package enum RunAnalysis {
  /// Below so many useful points there is no verdict.
  package static let fewestPoints = 10

  /// The longest run still likely by chance: log₂ n, rounded, plus 3.
  ///
  /// In whole numbers: log₂ n lies above k + ½ when n² lies above 2²ᵏ⁺¹, and never on it.
  /// - Parameter useful: points off the centre line, at least 1.
  package static func longestRunLimit(useful: Int) -> Int {
    let floor = Int.bitWidth - 1 - useful.leadingZeroBitCount
    return floor + (useful * useful > 1 << (2 * floor + 1) ? 1 : 0) + 3
  }

  /// The fewest crossings still likely by chance: the 5 % quantile of n − 1 tosses of a fair coin.
  package static func crossingsLimit(useful: Int) -> Int {
    fairCoinQuantile(0.05, tosses: max(useful - 1, 0))
  }

  /// The smallest k with P(X ≤ k) ≥ `probability`, X being the heads of that many fair tosses.
  ///
  /// Sums exact binomial weights relative to the middle one, so that nothing underflows that
  /// matters; no normal approximation.
  package static func fairCoinQuantile(_ probability: Double, tosses: Int) -> Int {
    var weights = [Double](repeating: 1, count: tosses + 1)
    for k in stride(from: tosses / 2, to: 0, by: -1) {
      weights[k - 1] = weights[k] * Double(k) / Double(tosses - k + 1)
    }
    for k in stride(from: 0, through: tosses / 2, by: 1) { weights[tosses - k] = weights[k] }
    let threshold = probability * weights.reduce(0, +)
    var sum = 0.0
    return weights.firstIndex {
      sum += $0
      return sum >= threshold
    } ?? tosses
  }

  /// Nil when every point lies on the centre line.
  package static func summary(of points: [Standing]) -> RunSummary? {
    guard let center = points.first?.center else { return nil }
    return summary(about: center, of: points.lazy.map { $0.side })
  }

  /// - Parameter sides: of each point, nil on the centre line.
  static func summary(about center: Double, of sides: some Sequence<Side?>) -> RunSummary? {
    var (useful, crossings, longest, length) = (0, 0, 0, 0)
    var last: Side?
    for case let side? in sides {
      if let last, last != side { crossings += 1 }
      length = side == last ? length + 1 : 1
      longest = max(longest, length)
      useful += 1
      last = side
    }
    guard useful > 0 else { return nil }
    var summary = RunSummary(
      center: center, useful: useful, longestRun: longest,
      longestRunLimit: longestRunLimit(useful: useful), crossings: crossings,
      crossingsLimit: crossingsLimit(useful: useful))
    if useful >= fewestPoints {
      summary.signal = summary.hasLongRun || summary.hasFewCrossings
    }
    return summary
  }
}

extension RunSummary {
  package var hasLongRun: Bool { longestRun > longestRunLimit }
  package var hasFewCrossings: Bool { crossings < crossingsLimit }
}
