import Glibc

/// An effect measured once, with the square of its standard error.
package struct MeasuredEffect: Sendable, Equatable {
  package let value: Double
  package let variance: Double

  package init(value: Double, variance: Double) {
    self.value = value
    self.variance = variance
  }
}

/// Effects pooled under a random-effects model: each case has an effect of its own about a common
/// mean (DerSimonian & Laird 1986).
package struct PooledEffect: Sendable, Equatable {
  package let count: Int
  /// Of the distribution of effects, in the unit of the effects.
  package let mean: Double
  /// Of the mean, as weights have it.
  package let standardError: Double
  /// Of the mean, as the spread of the effects has it (Hartung & Knapp 2001).
  package let spreadError: Double
  /// Variance between cases, 0 or more.
  package let tauSquared: Double
  /// Cochran's Q.
  package let q: Double
  /// The part of the variation that lies between cases, 0…1 (Higgins & Thompson 2002).
  package let iSquared: Double

  /// Nil for fewer than two effects, or one whose variance is not above 0.
  package init?(_ effects: [MeasuredEffect]) {
    guard effects.count > 1,
      effects.allSatisfy({ $0.variance > 0 && $0.variance.isFinite && $0.value.isFinite })
    else { return nil }
    let fixed = effects.map { 1 / $0.variance }
    let (sum, squares) = (fixed.reduce(0, +), fixed.reduce(0) { $0 + $1 * $1 })
    let center = Self.mean(effects, fixed)
    let q = zip(effects, fixed).reduce(0) {
      $0 + $1.1 * ($1.0.value - center) * ($1.0.value - center)
    }
    let freedom = Double(effects.count - 1)
    let tau = max(0, (q - freedom) / (sum - squares / sum))
    let weights = effects.map { 1 / ($0.variance + tau) }
    let (mean, whole) = (Self.mean(effects, weights), weights.reduce(0, +))
    let spread = zip(effects, weights).reduce(0) {
      $0 + $1.1 * ($1.0.value - mean) * ($1.0.value - mean)
    }
    count = effects.count
    self.mean = mean
    standardError = (1 / whole).squareRoot()
    spreadError = (spread / (freedom * whole)).squareRoot()
    tauSquared = tau
    self.q = q
    iSquared = q > freedom ? (q - freedom) / q : 0
  }

  private static func mean(_ effects: [MeasuredEffect], _ weights: [Double]) -> Double {
    zip(effects, weights).reduce(0) { $0 + $1.0.value * $1.1 } / weights.reduce(0, +)
  }

  /// Where the effect of a new case lies with the confidence (0…1), of a process that varies by so
  /// much itself: mean ± t(count − 2) · √(τ² + se² + variance) (Higgins, Thompson & Spiegelhalter
  /// 2009). Nil for fewer than three cases.
  package func prediction(
    confidence: Double, ofVariance variance: Double = 0
  ) -> ClosedRange<Double>? {
    guard count > 2 else { return nil }
    let error = max(standardError, spreadError)
    let reach =
      StudentT.quantile(0.5 + confidence / 2, freedom: count - 2)
      * (tauSquared + error * error + variance).squareRoot()
    return (mean - reach)...(mean + reach)
  }

  /// A case's own effect drawn toward the mean, the more so the less sure it is (empirical Bayes).
  package func shrunk(_ effect: MeasuredEffect) -> Double {
    let own = tauSquared / (tauSquared + effect.variance)
    return mean + own * (effect.value - mean)
  }
}

/// Shrinkage of estimates with one variance toward their mean (Efron & Morris 1975).
package enum SteinShrinkage {
  /// The factor by which a distance from the mean is kept, 0…1; nil for fewer than four estimates.
  package static func factor(_ estimates: [Double], variance: Double) -> Double? {
    guard estimates.count > 3 else { return nil }
    let mean = estimates.reduce(0, +) / Double(estimates.count)
    let spread = estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard spread > 0 else { return 0 }
    return max(0, 1 - Double(estimates.count - 3) * variance / spread)
  }
}
