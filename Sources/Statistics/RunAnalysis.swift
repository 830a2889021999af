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
    let sides = points.compactMap(\.side)
    guard let center = points.first?.center, !sides.isEmpty else { return nil }
    let runs = Runs.stretches(of: sides.map(Optional.some), atLeast: 1)
    var summary = RunSummary(
      center: center, useful: sides.count,
      longestRun: runs.lazy.map(\.range.count).max() ?? 0,
      longestRunLimit: longestRunLimit(useful: sides.count),
      crossings: runs.count - 1, crossingsLimit: crossingsLimit(useful: sides.count))
    if sides.count >= fewestPoints {
      summary.signal = summary.hasLongRun || summary.hasFewCrossings
    }
    return summary
  }
}

extension RunSummary {
  package var hasLongRun: Bool { longestRun > longestRunLimit }
  package var hasFewCrossings: Bool { crossings < crossingsLimit }
}
