/// What was expected of a KPI, and how far what came about answers to it.
package struct Prediction: Sendable, Equatable {
  package var predicted: Double
  /// The level that the change started from; nil when it was not known.
  package var baseline: Double?
  package var direction: Direction

  package init(predicted: Double, baseline: Double?, direction: Direction) {
    self.predicted = predicted
    self.baseline = baseline
    self.direction = direction
  }
}

extension Prediction {
  /// The part of the way from baseline to prediction by which a neutral KPI may
  /// miss its prediction on either side and still meet it.
  package static let neutralTolerance = 0.05

  /// - met: at the prediction or beyond it, in the KPI's direction;
  /// - partly: at least half of the way from the baseline to the prediction, where
  ///   the baseline is known and the prediction better than it;
  /// - missed: else.
  ///
  /// A neutral KPI has no "beyond": it meets the prediction within
  /// `neutralTolerance` of the way from baseline to prediction (of the prediction
  /// itself where there is no way: no baseline, or no change predicted), partly
  /// within half of the way.
  package func verdict(on actual: Double) -> Verdict {
    switch direction {
    case .up: verdict(gain: actual - predicted, way: baseline.map { predicted - $0 })
    case .down: verdict(gain: predicted - actual, way: baseline.map { $0 - predicted })
    case .neutral: verdict(distance: abs(actual - predicted))
    }
  }

  /// - gain: how far beyond the prediction, negative short of it.
  /// - way: from baseline to prediction, in the KPI's direction.
  private func verdict(gain: Double, way: Double?) -> Verdict {
    if gain >= -rounding { return .met }
    guard let way, way > 0 else { return .missed }
    return gain >= -way / 2 - rounding ? .partly : .missed
  }

  private func verdict(distance: Double) -> Verdict {
    let way = baseline.map { abs(predicted - $0) } ?? 0
    let measure = way > 0 ? way : abs(predicted)
    if distance <= Self.neutralTolerance * measure + rounding { return .met }
    return way > 0 && distance <= way / 2 + rounding ? .partly : .missed
  }

  /// What summing doubles may lose: no prediction is missed by that.
  private var rounding: Double { 1e-9 * abs(predicted) }
}

extension [Observation] {
  /// The level over all periods: the sum of the values by the sum of the
  /// denominators, as a p or u chart draws its centre line, or the mean of the
  /// values where they stand for themselves. Nil without observations.
  package var level: Double? {
    if isEmpty { return nil }
    let values = reduce(0) { $0 + $1.value }
    return values / reduce(0) { $0 + ($1.denominator ?? 1) }
  }
}
