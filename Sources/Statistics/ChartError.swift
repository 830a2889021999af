/// Input that no chart can be drawn from. `period` names the first offending observation.
package enum ChartError: Error, Hashable, Sendable {
  /// A value or denominator that is NaN, infinite, or too large to compute with (10¹⁵⁰).
  case notFinite(period: Int)
  /// The same of the target.
  case targetNotFinite
  /// Periods must ascend, and no period comes twice.
  case notAscending(period: Int)
  /// p and u charts, and ratios, need a denominator at every point.
  case missingDenominator(period: Int)
  case denominatorNotPositive(period: Int)
  /// p, u and c charts count.
  case negativeCount(period: Int)
  /// More items with the property than items.
  case countAboveDenominator(period: Int)
}
