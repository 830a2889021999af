/// How what happened compares with what was predicted.
package enum PredictionOutcome: String, CaseIterable, Hashable, Sendable {
  /// At least the predicted level.
  case met
  /// At least half of the predicted change, but not all of it.
  case partly
  /// Less than half of it, or no change at all.
  case missed
  /// A change against the predicted way.
  case opposite

  /// The share of the predicted change from which a shortfall counts as partly met.
  package static let partlyFrom = 0.5

  /// Judges the change from `baseline` to `actual` as a share of that from `baseline` to
  /// `predicted`: met from 1, partly from ½, opposite below 0, missed in between.
  ///
  /// Where the prediction is to hold the baseline, there is no change to share out: with a direction
  /// it is met when `actual` is no worse, else opposite; without one it is met only when equal.
  /// Where the prediction itself goes against the direction (damage accepted), it is met when
  /// `actual` is at least as good as predicted; short of that it is opposite, a change worse than
  /// the one accepted. Values nearer than 10⁻¹² of the largest of the three are equal.
  /// - Parameters:
  ///   - baseline: mean before the change; `actual`: mean of the prediction's window.
  ///   - direction: with `.neutral`, the prediction itself says which way is meant.
  package static func assess(
    baseline: Double, predicted: Double, actual: Double, direction: Direction
  ) -> PredictionOutcome {
    let tolerance = 1e-12 * max(abs(baseline), abs(predicted), abs(actual))
    let asked = predicted - baseline
    let isHeld = abs(asked) <= tolerance
    guard let up = direction.isUp ?? (isHeld ? nil : asked > 0) else {
      return abs(actual - baseline) <= tolerance ? .met : .missed
    }
    let sign = up ? 1.0 : -1.0
    let shortfall = (predicted - actual) * sign
    if shortfall <= tolerance { return .met }
    if isHeld || asked * sign < 0 { return .opposite }
    return short(of: asked * sign, got: (actual - baseline) * sign, tolerance: tolerance)
  }

  private static func short(of asked: Double, got: Double, tolerance: Double) -> PredictionOutcome {
    if got < -tolerance { return .opposite }
    return got >= partlyFrom * asked - tolerance ? .partly : .missed
  }
}

extension Direction {
  /// Nil when neutral.
  fileprivate var isUp: Bool? {
    switch self {
    case .up: true
    case .down: false
    case .neutral: nil
    }
  }
}
