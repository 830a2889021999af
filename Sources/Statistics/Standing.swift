/// One point as the rules see it: its value, and the lines it is judged by.
package struct Standing: Hashable, Sendable {
  package var value: Double
  package var center: Double
  /// Nil on charts without limits: no rule that needs them then applies.
  package var limits: Limits?
  /// Values nearer than this count as equal, so that the rounding of a mean makes no signal.
  package var tolerance: Double

  package struct Limits: Hashable, Sendable {
    package var sigma: Double
    package var lower: Double
    package var upper: Double

    package init(sigma: Double, lower: Double, upper: Double) {
      self.sigma = sigma
      self.lower = lower
      self.upper = upper
    }
  }

  package init(value: Double, center: Double, limits: Limits? = nil, tolerance: Double = 0) {
    self.value = value
    self.center = center
    self.limits = limits
    self.tolerance = tolerance
  }

  /// Nil on the centre line.
  package var side: Side? { side(above: center, below: center) }

  /// The limit it lies outside of; nil inside or *on* a limit.
  package var sideBeyondLimit: Side? {
    limits.flatMap { side(above: $0.upper, below: $0.lower) }
  }

  /// The side on which it is more than so many σ from the centre; nil at exactly that distance.
  package func side(beyond sigmas: Double) -> Side? {
    guard let limits else { return nil }
    let reach = sigmas * limits.sigma
    return side(above: center + reach, below: center - reach)
  }

  private func side(above upper: Double, below lower: Double) -> Side? {
    if value - upper > tolerance { return .high }
    if lower - value > tolerance { return .low }
    return nil
  }
}
