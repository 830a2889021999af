/// Input that no chart can be drawn from. `period` names the first offending observation.
package enum ChartError: Error, Hashable, Sendable {
  /// NaN or infinite value, denominator, target.
  case notFinite(period: Int)
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
